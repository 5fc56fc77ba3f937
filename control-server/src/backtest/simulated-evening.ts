import type { MeasurementWindow } from '@throng/contract';
import {
  createCrowdEvening,
  type Happening,
  measuredEvening,
  type SimulatedVenue,
  type Truth,
} from '@throng/simulation';

/** When the doors open where nobody says: a fixed moment, so that the same seed gives the same bytes. */
export const DOORS_AT = Date.parse('2026-06-20T17:00:00Z');

/** What was true at the end of a window, and all that the cameras sent of it. */
export interface SimulatedTick {
  readonly truth: Truth;
  readonly windows: readonly MeasurementWindow[];
}

export interface SimulatedEvening {
  /** When the doors open, milliseconds since 1970. */
  readonly doorsAt: number;
  /** From the doors to the end, seconds. */
  readonly length: number;
  /** What goes wrong this evening, in order; seconds since the doors opened. */
  readonly happenings: readonly Happening[];
  /** Once, in the order of time. */
  readonly ticks: Iterable<SimulatedTick>;
}

/**
 * An evening with known truth, as the cameras of its venue tell of it window by window.
 *
 * @param doorsAt when the doors open, milliseconds since 1970; only stamps differ by it.
 */
export const simulateEvening = (
  simulated: SimulatedVenue,
  seed: number,
  windowSeconds: number,
  doorsAt = DOORS_AT,
): SimulatedEvening => {
  const crowd = createCrowdEvening(simulated, seed);
  const cameras = measuredEvening(simulated, seed, { windowSeconds, doorsAt });
  const { length } = crowd.evening;
  const ticks = function* (): Generator<SimulatedTick> {
    while (crowd.time < length) {
      const truth = crowd.advance(windowSeconds).at(-1);
      if (truth === undefined) return;
      yield { truth, windows: cameras.measure(truth) };
    }
  };
  const happenings = crowd.evening.happeningsBetween(0, length);
  return { doorsAt, length, happenings, ticks: ticks() };
};
