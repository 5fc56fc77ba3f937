import {
  type FleetModels,
  fail,
  MODEL_TASKS,
  type ModelOffer,
  ok,
  type Result,
  type Trial,
} from '@throng/contract';
import { recorded } from '../access/keep-parts.js';
import { type Actor, SERVER } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { HeardReport } from './heard-report.js';
import { type FleetParts, keepVersion, newestOf, type PushFault } from './push.js';
import {
  afterStop,
  isUnderWay,
  nextStep,
  type Rollout,
  type RolloutState,
  type RolloutStop,
  toldSoFar,
} from './rollout.js';

export interface RolloutParts extends FleetParts {
  /** What lets a box fetch a file. */
  readonly ticket: (edge: string, sha256: string) => string;
}

export type RolloutFault =
  | 'no-such-model'
  | 'no-such-camera'
  | 'under-way'
  | 'no-such-rollout'
  | 'over'
  | 'busy'
  | PushFault;

/** What somebody wants to roll out. */
export interface RolloutWish {
  readonly sha256: string;
  /** In their order; the first box is the canary. */
  readonly stops: readonly RolloutStop[];
  readonly trial: Omit<Trial, 'camera'>;
}

/** Begins a rollout: checked, on record, then kept. A running server takes it from there. Its number. */
export const startRollout = async (
  { clock, recorder, store, venue }: FleetParts,
  { sha256, stops, trial }: RolloutWish,
  actor: Actor,
): Promise<Result<number, RolloutFault>> => {
  const [models, rollouts] = [store.models(), store.rollouts()];
  if (!models.ok) return models;
  if (!rollouts.ok) return rollouts;
  const kept = models.value.find(({ model }) => model.sha256 === sha256);
  if (kept === undefined)
    return fail('no-such-model', 'add the model first; none has this checksum');
  const { id, task } = kept.model;
  const other = rollouts.value.find((each) => each.task === task && isUnderWay(each));
  if (other !== undefined) {
    return fail(
      'under-way',
      `rollout ${other.number} of a ${task} model is under way; abort it first`,
    );
  }
  const { cameras } = venue();
  const strange = stops.find(
    ({ camera, edge }) => !cameras.some((each) => each.id === camera && each.edge === edge),
  );
  if (strange !== undefined || stops.length === 0) {
    const name = strange === undefined ? 'no box' : `${strange.edge}/${strange.camera}`;
    return fail('no-such-camera', `${name}: name a box and one of its own cameras, as EDGE/CAMERA`);
  }
  const act = { actor, action: 'fleet-rollout-started', subject: id } as const;
  return recorded<number, RolloutFault>({ recorder }, act, () =>
    store.addRollout({
      ...{ sha256, task, trial, stops, state: 'running', outcomes: [] },
      ...{ startedAt: clock.now(), startedBy: actor.name },
    }),
  );
};

/** Pauses, resumes or aborts a rollout; an abort takes the model back from every box that was told of it. */
export const changeRollout = async (
  parts: FleetParts,
  number: number,
  state: Extract<RolloutState, 'running' | 'paused' | 'aborted'>,
  actor: Actor,
): Promise<Result<void, RolloutFault>> => {
  const { recorder, store } = parts;
  const rollouts = store.rollouts();
  if (!rollouts.ok) return rollouts;
  const rollout = rollouts.value.find((each) => each.number === number);
  if (rollout === undefined) return fail('no-such-rollout', `there is no rollout ${number}`);
  const isLate = state === 'aborted' ? rollout.state === 'aborted' : !isUnderWay(rollout);
  if (isLate) return fail('over', `rollout ${number} is ${rollout.state}`);
  const act = {
    ...({ actor, action: 'fleet-rollout-changed', subject: String(number) } as const),
    details: { reason: state },
  };
  const changed = await recorded<boolean, RolloutFault>({ recorder }, act, () =>
    store.changeRollout(rollout, { ...rollout, state }),
  );
  if (!changed.ok) return changed;
  if (!changed.value) return fail('busy', 'the rollout has just gone on; look at it again');
  return state === 'aborted' ? takeBack(parts, rollout, actor) : ok(undefined);
};

/** Tells every box that was told of a model to run what it ran before. */
const takeBack = async (
  parts: FleetParts,
  rollout: Rollout,
  actor: Actor,
): Promise<Result<void, RolloutFault>> => {
  for (const { before, edge } of toldSoFar(rollout)) {
    const told = await tellModels(parts, edge, rollout, before[rollout.task], actor);
    if (!told.ok) return told;
  }
  return ok(undefined);
};

/** Tells a box which model of the rollout's task it shall run. Of a box that was told another since, nothing is taken back. */
const tellModels = async (
  parts: FleetParts,
  edge: string,
  { number, task }: Rollout,
  offer: ModelOffer | undefined,
  actor: Actor,
): Promise<Result<number, PushFault>> => {
  const newest = newestOf(parts.store, edge);
  if (!newest.ok) return newest;
  const { models, settings, version } = newest.value ?? { models: {}, settings: {}, version: 0 };
  if (offer?.rollout !== number && models[task]?.rollout !== number) return ok(version);
  const next: FleetModels = {};
  for (const each of MODEL_TASKS) {
    const wanted = each === task ? offer : models[each];
    if (wanted !== undefined) next[each] = wanted;
  }
  const note = offer?.rollout === number ? `rollout ${number}` : `rollout ${number} taken back`;
  return keepVersion(parts, { edge, note, settings, models: next }, newest.value, actor);
};

/** Moves every rollout on by what its boxes say. Steps follow one another. */
export class RolloutDesk {
  #isStepping = false;

  constructor(
    private readonly parts: RolloutParts,
    private readonly heardOf: (edge: string) => HeardReport | undefined,
  ) {}

  async step(): Promise<void> {
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      const rollouts = this.parts.store.rollouts();
      if (!rollouts.ok) return; // the store's own alert tells of it; the next step tries again
      for (const rollout of rollouts.value.filter(isUnderWay)) await this.#stepOne(rollout);
    } finally {
      this.#isStepping = false;
    }
  }

  async #stepOne(rollout: Rollout): Promise<Result<unknown, RolloutFault | StoreFault>> {
    const { clock, recorder, store, ticket } = this.parts;
    const edge = rollout.stops[rollout.outcomes.length]?.edge ?? '';
    const newest = newestOf(store, edge);
    if (!newest.ok) return newest;
    const step = nextStep(rollout, newest.value?.models, this.heardOf(edge));
    if (step.kind === 'wait') return ok(undefined);
    if (step.kind === 'tell') {
      const models = store.models();
      if (!models.ok) return models;
      const kept = models.value.find(({ model }) => model.sha256 === rollout.sha256);
      if (kept === undefined) return fail('no-such-model', 'its model is gone');
      const told = rollout.told ?? newest.value?.models ?? {};
      // First that it is told, then the telling: after a crash between, the way back is known.
      const changed = store.changeRollout(rollout, { ...rollout, told });
      if (!changed.ok || !changed.value) return changed;
      const offer: ModelOffer = {
        ...{ rollout: rollout.number, model: kept.model },
        ticket: ticket(edge, rollout.sha256),
        trial: { ...rollout.trial, camera: step.stop.camera },
      };
      return tellModels(this.parts, edge, rollout, offer, SERVER);
    }
    const next = afterStop(rollout, step.outcome);
    const changed = store.changeRollout(rollout, next);
    if (!changed.ok || !changed.value) return changed;
    recorder.note({
      ...{ actor: SERVER, action: 'fleet-rollout-changed', subject: String(rollout.number) },
      outcome: step.outcome.outcome === 'in-force' ? 'done' : 'failed',
      details: { comment: edge, reason: step.outcome.reason ?? next.state },
      at: clock.now(),
    });
    if (next.state !== 'failed') return ok(undefined);
    return tellModels(this.parts, edge, rollout, step.outcome.before[rollout.task], SERVER);
  }
}
