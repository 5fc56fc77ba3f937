import Type from 'typebox';

/** One model of `models/manifest.json`: what it is, where it lies, and how far to trust it. */
export const ModelEntry = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,47}$' }),
    task: Type.Union([Type.Literal('person'), Type.Literal('density')]),
    /** Relative to the manifest. */
    file: Type.String({ minLength: 1, maxLength: 300 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    bytes: Type.Integer({ minimum: 1 }),
    licence: Type.String({ minLength: 1, maxLength: 200 }),
    /** σ² = (relative·n)² + n + floor² of a count of n persons, fitted on held-out images. */
    uncertainty: Type.Optional(
      Type.Object({
        relative: Type.Number({ minimum: 0, maximum: 5 }),
        floor: Type.Number({ minimum: 0, maximum: 1_000 }),
      }),
    ),
  },
  { additionalProperties: true },
);
export type ModelEntry = Type.Static<typeof ModelEntry>;

export const ModelManifest = Type.Object(
  { version: Type.Literal(1), models: Type.Array(ModelEntry) },
  { additionalProperties: false, $id: 'model-manifest' },
);
export type ModelManifest = Type.Static<typeof ModelManifest>;
