import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const words = <const Words extends readonly string[]>(list: Words) =>
  Type.Unsafe<Words[number]>(Type.Union(list.map((word) => Type.Literal(word))));

const ModelId = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,47}$' });
const Ratio = Type.Number({ minimum: 0, maximum: 1_000 });

/** How far a new model has come on a box (FL7). */
export const MODEL_STAGES = [
  'fetching',
  /** Looks at the same frames as the old model; what it says is not published. */
  'shadow',
  /** Measures one camera in the place of the old model. */
  'canary',
  /** Measures all cameras, and may still be taken back. */
  'probation',
  /** Has passed. */
  'in-force',
  /** Taken back, by itself or on request: the old model measures. */
  'rolled-back',
] as const;
export type ModelStage = (typeof MODEL_STAGES)[number];

/** Why a model was taken back, or could not be tried. */
export const ROLL_BACK_REASONS = [
  'slower',
  'drift',
  'disagrees',
  'failed',
  /** The weights could not be fetched, are not what was signed, or do not fit on the disk. */
  'not-fetched',
  'corrupt',
  'disk-full',
  'no-such-camera',
  'withdrawn',
] as const;
export type RollBackReason = (typeof ROLL_BACK_REASONS)[number];

/** What was measured in a stage of a trial. */
export const TrialFigures = Type.Object(
  {
    looks: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    /** Median latency of a look, new ÷ old. */
    slower: Type.Optional(Ratio),
    /** Relative difference of the counts of the same frames. */
    disagreement: Type.Optional(Ratio),
    failures: Type.Number({ minimum: 0, maximum: 1 }),
    /** Statistics that left the new model's experience, and not the old one's. */
    drift: Type.Integer({ minimum: 0, maximum: 4 }),
  },
  { additionalProperties: false },
);
export type TrialFigures = Type.Static<typeof TrialFigures>;

/** One of a box's models: which runs, and how far the one that was offered has come. */
export const ModelState = Type.Object(
  {
    task: words(['person', 'density']),
    /** The model that measures all cameras but the one of a canary. */
    runs: Type.Optional(ModelId),
    offered: Type.Optional(
      Type.Object(
        {
          rollout: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
          model: ModelId,
          /** The first 16 digits of its checksum. */
          digest: Type.String({ pattern: '^[0-9a-f]{16}$' }),
          stage: words(MODEL_STAGES),
          since: Timestamp,
          /** The camera that it is, or was, tried on. */
          camera: Type.Optional(Identifier),
          reason: Type.Optional(words(ROLL_BACK_REASONS)),
          figures: Type.Optional(TrialFigures),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type ModelState = Type.Static<typeof ModelState>;
export type OfferedState = NonNullable<ModelState['offered']>;
