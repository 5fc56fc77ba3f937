import type { Aggravation } from '@throng/contract';
import type { VenueLimits } from '../limits-in-force/venue-limits.js';

/** When a density alert begins and ends, and by which limits. */
export interface AlertRules extends VenueLimits {
  /** Seconds at or above a limit before an alert is raised or escalates. */
  readonly onDelaySeconds: number;
  /** The same for the emergency band, which cannot wait as long. */
  readonly emergencyOnDelaySeconds: number;
  /** Seconds below the limit less its deadband before an alert steps down or clears. */
  readonly offDelaySeconds: number;
  /** Share of the limit, so that a density round the limit does not chatter. */
  readonly deadband: number;
  /** Seconds after which a grave alert that nobody acknowledged is called out again. */
  readonly unansweredAfterSeconds: number;
  /** How people move that raises an alert above the band of its density. */
  readonly raisedBy: readonly Aggravation['kind'][];
}
