import type { DeliveryRow } from '../store/rows.js';
import { type CarriedPlaces, carriedPlaces } from '../venue-plan/carried-places.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { carryOver } from './carry-over.js';
import { clearGone } from './clear-gone.js';
import type { Outcome } from './outcome.js';
import { initialState, type ProcessingState } from './processing-state.js';
import { restoreDeliveries } from './restore-deliveries.js';

/** What becomes of a state when another plan is put in force. */
export interface VenueChange {
  /** Under the plan before: the alerts of what is gone are cleared. */
  readonly gone: Outcome;
  /** Under the new plan, from here on. */
  readonly state: ProcessingState;
  readonly carried: CarriedPlaces;
}

/**
 * Puts another plan in the place of one. Nothing that is known of what stays is lost.
 *
 * @param deliveries as stored: a camera that the plan before did not know may have been there earlier.
 * @param now epoch ms.
 */
export const changeVenue = (
  before: VenuePlan,
  after: VenuePlan,
  state: ProcessingState,
  deliveries: readonly DeliveryRow[],
  now: number,
): VenueChange => {
  const carried = carriedPlaces(before, after);
  const gone = clearGone(after, state, now);
  const fresh = restoreDeliveries(after, initialState(after, now), deliveries);
  return { gone, carried, state: carryOver(carried, after, gone.state, fresh) };
};
