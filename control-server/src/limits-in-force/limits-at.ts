import { momentAt, type PhaseDefinition, type ZoneLimits } from '@throng/contract';
import { ofPlan } from '../venue-plan/of-plan.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { limitsOfZone } from './limits-of-zone.js';
import type { VenueLimits } from './venue-limits.js';

type ByPhase = Map<PhaseDefinition | undefined, readonly ZoneLimits[]>;

/** Limits that were worked out before: they are asked for each second, and change with the phase. */
const known = ofPlan(() => new WeakMap<VenueLimits, ByPhase>());

/** The limits in force at a time (epoch ms), in the order of the plan: a function of nothing else. */
export const limitsAt = (
  plan: VenuePlan,
  venue: VenueLimits,
  at: number,
): readonly ZoneLimits[] => {
  const phase = momentAt(plan.calendar, at)?.phase;
  const byPhase: ByPhase = known(plan).get(venue) ?? new Map();
  known(plan).set(venue, byPhase);
  const before = byPhase.get(phase);
  if (before !== undefined) return before;
  const limits = plan.zones.map(({ definition }) => limitsOfZone(definition, venue, phase));
  byPhase.set(phase, limits);
  return limits;
};
