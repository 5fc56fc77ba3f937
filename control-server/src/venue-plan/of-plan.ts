import type { VenuePlan } from './venue-plan.js';

/** What follows from a plan alone, worked out once for each: a plan never changes. */
export const ofPlan = <Known extends object>(
  work: (plan: VenuePlan) => Known,
): ((plan: VenuePlan) => Known) => {
  const known = new WeakMap<VenuePlan, Known>();
  return (plan) => {
    const before = known.get(plan);
    if (before !== undefined) return before;
    const worked = work(plan);
    known.set(plan, worked);
    return worked;
  };
};
