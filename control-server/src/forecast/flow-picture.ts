import type { Flows } from './flow-motion.js';
import type { FlowNetwork } from './flow-network.js';
import type { FlowRates } from './flow-rates.js';
import { LONGEST_TICKS } from './horizons.js';
import type { InflowRhythm } from './inflow-rhythm.js';

/**
 * How people flow now and are expected to: all that is needed to run the next minutes again under
 * other circumstances. A copy: it never changes.
 */
export interface FlowPicture extends Flows {
  /** Persons per zone, by counts and lines together. */
  readonly persons: Float64Array;
  /** Persons per tick and edge: of the last half minute, and of the last two. */
  readonly quick: Float64Array;
  readonly slow: Float64Array;
  /** Persons per tick: the most an edge has shown of late; 0 where nobody passed. */
  readonly best: Float64Array;
}

/** Takes the picture of the present. */
export const pictureFlows = (
  { from }: FlowNetwork,
  persons: Float64Array,
  rates: FlowRates,
  rhythm: InflowRhythm,
): FlowPicture => {
  const coming = new Map<number, Float64Array>();
  for (const [edge, source] of from.entries()) {
    if (source >= 0) continue;
    const quick = rates.quick[edge] ?? 0;
    const slow = rates.slow[edge] ?? 0;
    const expected = new Float64Array(LONGEST_TICKS + 1).map((_, ticks) =>
      rhythm.expected(edge, ticks, quick, slow),
    );
    coming.set(edge, expected);
  }
  return {
    persons,
    hazard: rates.hazards('slow'),
    capacity: Float64Array.from(rates.capacity),
    inflow: (edge, ticks) => coming.get(edge)?.[Math.min(ticks, LONGEST_TICKS)] ?? 0,
    quick: Float64Array.from(rates.quick),
    slow: Float64Array.from(rates.slow),
    best: Float64Array.from(rates.best),
  };
};
