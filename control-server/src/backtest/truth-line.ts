import { toTimestamp } from '@throng/contract';
import { DOORS_AT, type SimulatedTick } from './simulated-evening.js';

/**
 * What was true at the end of a window, as a line of JSON: persons per zone at that moment, and
 * crossings per passage since the doors opened (`in` counts from → to).
 */
export const truthLine = ({ truth }: SimulatedTick): string =>
  JSON.stringify({
    at: toTimestamp(DOORS_AT + truth.time * 1_000),
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
