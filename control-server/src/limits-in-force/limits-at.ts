import { momentAt, type ZoneLimits } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { limitsOfZone } from './limits-of-zone.js';
import type { VenueLimits } from './venue-limits.js';

/** The limits in force at a time (epoch ms), in the order of the plan: a function of nothing else. */
export const limitsAt = (
  { calendar, zones }: VenuePlan,
  venue: VenueLimits,
  at: number,
): readonly ZoneLimits[] => {
  const phase = momentAt(calendar, at)?.phase;
  return zones.map(({ definition }) => limitsOfZone(definition, venue, phase));
};
