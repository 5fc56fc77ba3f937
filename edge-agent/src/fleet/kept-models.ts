import { ModelState, OfferedModel } from '@throng/contract';
import Type from 'typebox';

const { offered: Offered } = ModelState.properties;

/** A model that passed its trial on this box. */
export const ProvenModel = Type.Object(
  { rollout: Type.Integer({ minimum: 1 }), model: OfferedModel },
  { additionalProperties: false },
);
export type ProvenModel = Type.Static<typeof ProvenModel>;

/** What a box remembers of the models of one task, over restarts. */
export const KeptTask = Type.Object(
  {
    /** Those that passed, newest last; the one before is the way back. */
    proven: Type.Array(ProvenModel, { maxItems: 2 }),
    /** The rollout of the one that runs; absent while the model of the box's own file does. */
    runs: Type.Optional(Type.Integer({ minimum: 1 })),
    /** How far the last offer has come. */
    offered: Offered,
  },
  { additionalProperties: false },
);
export type KeptTask = Type.Static<typeof KeptTask>;

export const KeptModels = Type.Object(
  { person: Type.Optional(KeptTask), density: Type.Optional(KeptTask) },
  { additionalProperties: false },
);
export type KeptModels = Type.Static<typeof KeptModels>;
