import type { LimitOutcome } from '@throng/contract';
import type { Binding } from '../bottleneck/find-binding.js';
import type { FlowScene } from '../bottleneck/flow-scene.js';
import type { Rehearsal } from './rerun.js';

/** A zone that is explained, and what is known of it so far. */
export interface Subject {
  readonly scene: FlowScene;
  readonly zone: number;
  /** Persons/m² that it must not pass; of every zone of the venue, for what else would pass its own. */
  readonly limit: number;
  readonly limits: readonly number[];
  readonly rehearsal: Rehearsal;
  readonly binding: Binding | undefined;
  /** As things are. */
  readonly expected: LimitOutcome;
}
