import type { FleetModels, ModelTask, RollBackReason, Trial, TrialFigures } from '@throng/contract';

/** A box of a rollout, and the camera on which it tries the model first. */
export interface RolloutStop {
  readonly edge: string;
  readonly camera: string;
}

/** How a rollout ended, or that it goes on. */
export type RolloutState = 'running' | 'paused' | 'done' | 'aborted' | 'failed';

/** What became of one box. */
export interface StopOutcome {
  readonly edge: string;
  readonly outcome: 'in-force' | 'rolled-back';
  readonly reason?: RollBackReason;
  readonly figures?: TrialFigures;
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
  /** The version by which the present box was told, and the models that it had before. */
  readonly told?: { readonly version: number; readonly before: FleetModels };
}
