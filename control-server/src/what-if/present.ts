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
 * What the plans start from: the counts of now, scaled to the whole of each zone. A zone that is not
 * seen goes on by the forecast's estimate, which follows its lines since it was (SPEC WI5).
 *
 * @param estimated persons per zone.
 */
export const presentOf = (
  plan: VenuePlan,
  zones: readonly ZoneState[],
  estimated: Float64Array,
): Present => {
  const assumed: AssumedZone[] = [];
  const persons = new Float64Array(plan.zones.length);
  const sigma = new Float64Array(plan.zones.length);
  for (const [index, { area, definition }] of plan.zones.entries()) {
    const state = zones[index];
    if (state?.reading != null && state.coverage >= LEAST_COVERAGE) {
      persons[index] = state.reading.persons / state.coverage;
      sigma[index] = state.reading.sigma / state.coverage;
      continue;
    }
    const count = Math.max(0, estimated[index] ?? 0);
    const by = state?.at == null ? 'lines-alone' : 'lines-since-seen';
    assumed.push({ zone: definition.id, persons: Math.round(count), by });
    persons[index] = count;
    sigma[index] = UNSEEN.share * count + UNSEEN.perSquareMetre * area;
  }
  return { persons, sigma, assumed };
};
