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
  const persons = new Float64Array(zones.length).fill(Number.NaN);
  const sigma = new Float64Array(zones.length).fill(Number.NaN);
  const crossings = new Float64Array(2 * passages.length).fill(Number.NaN);
  for (const [index, { coverage, reading }] of zones.entries()) {
    if (reading === null || coverage < LEAST_COVERAGE) continue;
    persons[index] = reading.persons / coverage;
    sigma[index] = reading.sigma / coverage;
  }
  for (const [index, tally] of passages.entries()) {
    const last = before[index];
    if (last === undefined || tally.countedUntil <= last.countedUntil) continue;
    crossings[2 * index] = tally.in - last.in;
    crossings[2 * index + 1] = tally.out - last.out;
  }
  return { persons, sigma, crossings };
};
