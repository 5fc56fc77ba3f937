import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { ModelEntry } from '../models/model-manifest.js';

/** SHA-256 of a file, hexadecimal. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** Bytes of weights that a box fetches at most. */
export const MODEL_BYTES = 512 * 1024 ** 2;

/** How bad a new model may be beside the old one before it is rolled back by itself (FL8). */
export const TrialLimits = Type.Object(
  {
    /** New latency ÷ old latency of the median look, at most. */
    slower: Type.Number({ minimum: 1, maximum: 20 }),
    /** Σ |new − old| ÷ (Σ old + 1 per look): how far counts of the same frames may differ. */
    disagreement: Type.Number({ minimum: 0.01, maximum: 10 }),
    /** Share of looks that may fail. */
    failures: Type.Number({ minimum: 0, maximum: 1 }),
    /** Statistics that may be outside the new model's experience and were inside the old one's. */
    drift: Type.Integer({ minimum: 0, maximum: 4 }),
  },
  { additionalProperties: false },
);
export type TrialLimits = Type.Static<typeof TrialLimits>;

/** What holds of a trial where nothing else is said. */
export const TRIAL_LIMITS: TrialLimits = {
  slower: 1.5,
  disagreement: 0.35,
  failures: 0.02,
  drift: 0,
};

/** On which camera, for how long and within which limits a model is tried. */
export const Trial = Type.Object(
  {
    camera: Identifier,
    /** Seconds of each of its two stages: beside the old model, and in its place. */
    seconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
    /** Looks in each stage, at least: a camera without pictures proves nothing. */
    leastLooks: Type.Integer({ minimum: 1, maximum: 100_000 }),
    limits: TrialLimits,
  },
  { additionalProperties: false },
);
export type Trial = Type.Static<typeof Trial>;

/** What of a model's entry a box needs; the rest stays in the registry. */
export const OfferedModel = Type.Object(
  {
    id: ModelEntry.properties.id,
    task: ModelEntry.properties.task,
    sha256: Sha256,
    bytes: Type.Integer({ minimum: 1, maximum: MODEL_BYTES }),
    leastScore: ModelEntry.properties.leastScore,
    experience: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[A-Za-z]{1,40}$' }),
        Type.Object(
          { mean: Type.Number(), deviation: Type.Number({ minimum: 0 }) },
          { additionalProperties: false },
        ),
      ),
    ),
    uncertainty: ModelEntry.properties.uncertainty,
  },
  { additionalProperties: false },
);
export type OfferedModel = Type.Static<typeof OfferedModel>;

/** A model that a box shall run: fetched by its checksum, tried on one camera, then taken for all. */
export const ModelOffer = Type.Object(
  {
    /** Which rollout it belongs to: what was rolled back is not tried again under the same number. */
    rollout: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    model: OfferedModel,
    /** Lets this box fetch this file, and nothing else. */
    ticket: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    trial: Trial,
  },
  { additionalProperties: false },
);
export type ModelOffer = Type.Static<typeof ModelOffer>;

/** The models of a box, where they are not those of its file. */
export const FleetModels = Type.Object(
  { person: Type.Optional(ModelOffer), density: Type.Optional(ModelOffer) },
  { additionalProperties: false },
);
export type FleetModels = Type.Static<typeof FleetModels>;

/** What a model is for. */
export type ModelTask = keyof FleetModels;

export const MODEL_TASKS: readonly ModelTask[] = ['person', 'density'];
