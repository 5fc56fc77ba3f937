import Type from 'typebox';

const ElementType = Type.String({ pattern: '^[a-z]+[0-9]*$' });

/** The frames a graph takes: any number of pictures, preprocessing inside. */
export const FrameInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** NHWC: [frames, rows, columns, channels], as a decoder writes them. */
    layout: Type.Union([Type.Literal('NHWC'), Type.Literal('NCHW')]),
    dtype: ElementType,
    channels: Type.Union([Type.Literal('RGB'), Type.Literal('BGR')]),
    /** Height and width must be multiples of it; 1 where the graph pads by itself. */
    multipleOf: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: true },
);
export type FrameInput = Type.Static<typeof FrameInput>;

/** What a graph answers. A dimension that is open until run time has a name or formula: "K", "ceil(H/8)". */
export const TensorOutput = Type.Object(
  {
    dtype: ElementType,
    shape: Type.Array(Type.Union([Type.Integer({ minimum: 0 }), Type.String({ minLength: 1 })])),
    unit: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: true },
);
export type TensorOutput = Type.Static<typeof TensorOutput>;

/** A set of pictures a model learned from, and what its makers allow. */
export const TrainingSet = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    terms: Type.String({ minLength: 1, maxLength: 300 }),
    images: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: true },
);
export type TrainingSet = Type.Static<typeof TrainingSet>;

/** One model of `models/manifest.json`: what it is, where it lies, and how far to trust it. */
export const ModelEntry = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,47}$' }),
    task: Type.Union([Type.Literal('person'), Type.Literal('density')]),
    /** Relative to the manifest. */
    file: Type.String({ minLength: 1, maxLength: 300 }),
    /** Where the file can be fetched from; a mirror folder serves as well. */
    url: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2_000 })),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    bytes: Type.Integer({ minimum: 1 }),
    licence: Type.String({ minLength: 1, maxLength: 200 }),
    /** The page that tells figures, failures and terms, relative to the manifest. */
    card: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    /** Trained numbers, as the training counts them. */
    parameters: Type.Optional(Type.Integer({ minimum: 1 })),
    precision: Type.Optional(Type.Union([Type.Literal('fp32'), Type.Literal('fp16')])),
    input: Type.Optional(FrameInput),
    /** By the outputs' names. */
    output: Type.Optional(Type.Record(Type.String({ minLength: 1 }), TensorOutput)),
    /** Detections below this confidence do not count, unless a site says otherwise. */
    leastScore: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    trainingData: Type.Optional(Type.Array(TrainingSet)),
    /** Figures by name, each a number or a group of numbers, on pictures that were held out. */
    metrics: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** What the model met in training, by statistic (`throng-models eval experience`): the yardstick of drift. */
    experience: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object({ mean: Type.Number(), deviation: Type.Number({ minimum: 0 }) }),
      ),
    ),
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
