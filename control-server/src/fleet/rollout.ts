import type { FleetModels, ModelTask, RollBackReason, Trial, TrialFigures } from '@throng/contract';
import type { HeardReport } from './heard-report.js';

/** A box of a rollout, and the camera on which it tries the model first. */
export interface RolloutStop {
  readonly edge: string;
  readonly camera: string;
}

/** How a rollout stands. */
export const ROLLOUT_STATES = ['running', 'paused', 'done', 'aborted', 'failed'] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** What became of one box, and which models it was told before. */
export interface StopOutcome {
  readonly edge: string;
  readonly outcome: 'in-force' | 'rolled-back';
  readonly reason?: RollBackReason;
  readonly figures?: TrialFigures;
  readonly before: FleetModels;
}

/** A model on its way through the boxes, one after the other (FL9). */
export interface Rollout {
  readonly number: number;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly startedBy: string;
  readonly sha256: string;
  readonly task: ModelTask;
  readonly trial: Omit<Trial, 'camera'>;
  readonly stops: readonly RolloutStop[];
  readonly state: RolloutState;
  /** What the boxes before the present one came to. */
  readonly outcomes: readonly StopOutcome[];
  /** The models that the present box was told before it was told of this one; absent until it was. */
  readonly told?: FleetModels;
}

/** What is to be done for a rollout now. */
export type RolloutStep =
  | { readonly kind: 'wait' }
  /** The next box is to be told. */
  | { readonly kind: 'tell'; readonly stop: RolloutStop }
  /** The present box has come to its end. */
  | { readonly kind: 'ended'; readonly outcome: StopOutcome };

export const isUnderWay = ({ state }: Rollout): boolean =>
  state === 'running' || state === 'paused';

/** The box that is told now, or will be next. */
export const presentStop = ({ outcomes, stops }: Rollout): RolloutStop | undefined =>
  stops[outcomes.length];

/**
 * What is to be done next: a box is told only after the one before it has taken the model for good.
 * A box that is away is waited for; while a rollout is paused the present box goes on, and no other
 * begins.
 *
 * @param desired the models that the present box was told last.
 */
export const nextStep = (
  rollout: Rollout,
  desired: FleetModels | undefined,
  heard: HeardReport | undefined,
): RolloutStep => {
  const stop = presentStop(rollout);
  if (!isUnderWay(rollout) || stop === undefined) return { kind: 'wait' };
  // Told, as the rollout has it, but not in what the box is to do: the server died between the two.
  const isTold = rollout.told !== undefined && desired?.[rollout.task]?.rollout === rollout.number;
  if (rollout.told === undefined || !isTold) {
    return rollout.state === 'running' ? { kind: 'tell', stop } : { kind: 'wait' };
  }
  const state = heard?.report.models.find(({ task }) => task === rollout.task)?.offered;
  if (state === undefined || state.rollout !== rollout.number) return { kind: 'wait' };
  if (state.stage !== 'in-force' && state.stage !== 'rolled-back') return { kind: 'wait' };
  const outcome: StopOutcome = {
    ...{ edge: stop.edge, outcome: state.stage, before: rollout.told },
    ...(state.reason === undefined ? {} : { reason: state.reason }),
    ...(state.figures === undefined ? {} : { figures: state.figures }),
  };
  return { kind: 'ended', outcome };
};

/** The rollout after a box has come to its end: the first that takes the model back ends it for all. */
export const afterStop = (rollout: Rollout, outcome: StopOutcome): Rollout => {
  const { told: _, ...rest } = rollout;
  const outcomes = [...rollout.outcomes, outcome];
  if (outcome.outcome === 'rolled-back') return { ...rest, outcomes, state: 'failed' };
  return {
    ...rest,
    outcomes,
    ...(outcomes.length === rollout.stops.length ? { state: 'done' } : {}),
  };
};

/** Boxes that were told of it, each with the models that it had before: the way back of an abort. */
export const toldSoFar = (
  rollout: Rollout,
): readonly { readonly edge: string; readonly before: FleetModels }[] => {
  const stop = presentStop(rollout);
  return [
    ...rollout.outcomes,
    ...(rollout.told !== undefined && stop !== undefined
      ? [{ edge: stop.edge, before: rollout.told }]
      : []),
  ];
};
