import type { ProcessingState } from '../processing/processing-state.js';
import { passageWidth } from '../venue-plan/passage-width.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { PassageTally } from '../venue-state/passage-tally.js';
import { type FlowNetwork, flowNetwork } from './flow-network.js';
import type { TickObservation } from './tick-observation.js';

/** The venue as the forecast sees it, in the order of the plan. */
export const networkOf = ({ venue, zones }: VenuePlan): FlowNetwork =>
  flowNetwork(
    zones.map(({ area, definition }) => ({ id: definition.id, area })),
    venue.passages.map((passage) => ({
      from: passage.from,
      to: passage.to,
      width: passageWidth(passage),
    })),
  );

/** Share of a zone's ground that must be seen for its count to stand for the whole. */
export const LEAST_COVERAGE = 0.5;

/**
 * What a venue's state says of the tick that ends now. Zones that are seen in part are scaled to
 * the whole; a line that no window counted since `before` is unknown, not empty.
 *
 * @param before the tallies at the end of the last tick.
 */
export const observeTick = (
  { zones, passages }: Pick<ProcessingState, 'zones' | 'passages'>,
  before: readonly PassageTally[],
): TickObservation => {
  const known = zones.map(({ coverage, reading }) =>
    reading !== null && coverage >= LEAST_COVERAGE ? { coverage, ...reading } : undefined,
  );
  return {
    persons: Float64Array.from(known, (zone) => (zone ? zone.persons / zone.coverage : Number.NaN)),
    sigma: Float64Array.from(known, (zone) => (zone ? zone.sigma / zone.coverage : Number.NaN)),
    crossings: Float64Array.from(
      passages.flatMap((tally, index) => {
        const last = before[index];
        const isCounted = last !== undefined && tally.countedUntil > last.countedUntil;
        return isCounted ? [tally.in - last.in, tally.out - last.out] : [Number.NaN, Number.NaN];
      }),
    ),
  };
};
