import { toTimestamp } from '@throng/contract';
import type { SimulatedTick } from './simulated-evening.js';

/**
 * What was true at the end of a window, as a line of JSON. `at` is that moment (RFC 3339, UTC) and
 * `seconds` those since the doors opened; `zones` holds the persons in each zone at that moment,
 * `passages` the persons who crossed each passage since the doors opened (`in` counts from → to),
 * `inside` the persons in all zones, and `waitingOutside` those who wait to be let in.
 *
 * @param doorsAt when the doors opened, milliseconds since 1970.
 */
export const truthLine = ({ truth }: SimulatedTick, doorsAt: number): string =>
  JSON.stringify({
    at: toTimestamp(doorsAt + truth.time * 1_000),
    seconds: truth.time,
    phase: truth.phase,
    zones: Object.fromEntries(
      Object.entries(truth.zones).map(([zone, { persons }]) => [zone, persons]),
    ),
    passages: Object.fromEntries(
      Object.entries(truth.passages).map(([passage, crossed]) => [
        passage,
        { in: crossed.in, out: crossed.out },
      ]),
    ),
    inside: truth.inside,
    waitingOutside: truth.waitingOutside,
  });
