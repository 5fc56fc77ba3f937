import type { AssumedZone, ZoneState } from '@throng/contract';
import { LEAST_COVERAGE } from '../forecast/observe-tick.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** Who is where now, and how sure that is. */
export interface Present {
  /** Persons per zone, and their standard deviation. */
  readonly persons: Float64Array;
  readonly sigma: Float64Array;
  /** Zones that nobody sees now: their persons are an assumption. */
  readonly assumed: readonly AssumedZone[];
}

/** Uncertainty of a zone that is not seen: of its assumed persons, and per m² for those who hide in it. */
const UNSEEN = { share: 0.5, perSquareMetre: 0.2 } as const;

/**
 * What the plans start from: the forecast's estimate, by counts and lines together. A zone that is
 * not seen goes on by its lines since it was (SPEC WI5).
 *
 * @param estimated persons per zone.
 */
export const presentOf = (
  plan: VenuePlan,
  zones: readonly ZoneState[],
  estimated: Float64Array,
): Present => {
  const assumed: AssumedZone[] = [];
  const sigma = Float64Array.from(plan.zones, ({ area, definition }, index) => {
    const state = zones[index];
    const persons = estimated[index] ?? 0;
    if (state?.reading != null && state.coverage >= LEAST_COVERAGE) {
      return state.reading.sigma / state.coverage;
    }
    const by = state?.at == null ? 'lines-alone' : 'lines-since-seen';
    assumed.push({ zone: definition.id, persons: Math.round(persons), by });
    return UNSEEN.share * persons + UNSEEN.perSquareMetre * area;
  });
  return { persons: estimated.map((count) => Math.max(0, count)), sigma, assumed };
};
