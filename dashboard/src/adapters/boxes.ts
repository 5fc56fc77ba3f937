import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type Answered, ask, nothing } from '../access/access-api.js';

const Fault = Type.Object({
  code: Type.String(),
  field: Type.String(),
  camera: Type.Optional(Type.String()),
});

const Figures = Type.Object({
  looks: Type.Number(),
  slower: Type.Optional(Type.Number()),
  disagreement: Type.Optional(Type.Number()),
});

const ModelShape = Type.Object({
  task: Type.String(),
  runs: Type.Optional(Type.String()),
  offered: Type.Optional(
    Type.Object({
      model: Type.String(),
      stage: Type.String(),
      camera: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
      figures: Type.Optional(Figures),
    }),
  ),
});
/** One of a box's models: which runs, and how far the one that is offered has come. */
export type BoxModel = Type.Static<typeof ModelShape>;

const BoxShape = Type.Object({
  edge: Type.String(),
  standing: Type.Object({
    kind: Type.String(),
    since: Type.Optional(Type.String()),
    faults: Type.Optional(Type.Array(Fault)),
  }),
  desired: Type.Optional(
    Type.Object({
      version: Type.Number(),
      savedAt: Type.String(),
      savedBy: Type.String(),
      note: Type.String(),
    }),
  ),
  report: Type.Optional(
    Type.Object({
      accepts: Type.Boolean(),
      version: Type.Optional(Type.Number()),
      models: Type.Array(ModelShape),
    }),
  ),
});
/** A box, what it was told and what it says that it does. */
export type ToldBox = Type.Static<typeof BoxShape>;

const RolloutShape = Type.Object({
  number: Type.Number(),
  model: Type.String(),
  state: Type.String(),
  startedAt: Type.String(),
  startedBy: Type.String(),
  stops: Type.Array(Type.Object({ edge: Type.String(), camera: Type.String() })),
  outcomes: Type.Array(
    Type.Object({
      edge: Type.String(),
      outcome: Type.String(),
      reason: Type.Optional(Type.String()),
      figures: Type.Optional(Figures),
    }),
  ),
});
/** A model on its way through the boxes. */
export type ToldRollout = Type.Static<typeof RolloutShape>;

const isBoxes = Compile(Type.Array(BoxShape));
const isRollouts = Compile(Type.Array(RolloutShape));

export const askBoxes = (): Promise<Answered<ToldBox[]>> =>
  ask({ path: 'fleet', read: (value) => (isBoxes.Check(value) ? value : undefined) });

export const askRollouts = (): Promise<Answered<ToldRollout[]>> =>
  ask({ path: 'fleet-rollouts', read: (value) => (isRollouts.Check(value) ? value : undefined) });

export const changeRollout = (
  number: number,
  state: 'running' | 'paused' | 'aborted',
): Promise<Answered<null>> =>
  ask({
    ...{ method: 'POST', path: `fleet-rollouts/${number}/state` },
    body: { state },
    read: nothing,
  });
