import { Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';
import { Compile } from 'typebox/compile';

/** Name of the file that tells what a backup holds. */
export const MANIFEST = 'manifest.json';
export const STORE_COPY = 'store.db.gz';
export const VENUE_COPY = 'venue.yml';

/** Of the weights of a model that boxes fetch: named by their checksum, so that no release needs telling. */
export const weightsCopy = (sha256: string): string => `model-${sha256}.onnx`;

/** The checksum of the weights that a file of a backup is; undefined where it is something else. */
export const copiedWeights = (name: string): string | undefined =>
  /^model-([0-9a-f]{64})\.onnx$/.exec(name)?.[1];

/** No folder, no dots in front: a damaged or foreign manifest cannot lead out of its folder. */
const FileName = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,99}$' });

const ArchivedFile = Type.Object(
  {
    name: FileName,
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Of a secret: the setting that names its file, or `push-key`. */
    setting: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
export type ArchivedFile = Type.Static<typeof ArchivedFile>;

/** What a backup holds, and what it must be like after a restore. */
export const BackupManifest = Type.Object(
  {
    format: Type.Literal('throng-backup'),
    v: Type.Literal(1),
    venue: Identifier,
    madeAt: Timestamp,
    /** Release that made it, and how many migrations its store has had. */
    release: Type.String({ maxLength: 60 }),
    schema: Type.Integer({ minimum: 1 }),
    /** Head of the audit log in the copy. */
    audit: Type.Object(
      { sequence: Type.Integer({ minimum: 0 }), hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
      { additionalProperties: false },
    ),
    secrets: Type.Boolean(),
    files: Type.Array(ArchivedFile, { minItems: 2, maxItems: 500 }),
  },
  { additionalProperties: false },
);
export type BackupManifest = Type.Static<typeof BackupManifest>;

const shape = Compile(BackupManifest);

/** The manifest in a text; undefined where it holds none, or lacks the store. */
export const readManifest = (text: string): BackupManifest | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!shape.Check(value)) return undefined;
  const names = new Set(value.files.map(({ name }) => name));
  const isWhole = names.has(STORE_COPY) && names.has(VENUE_COPY);
  return isWhole && names.size === value.files.length ? value : undefined;
};
