import { doorCapacity } from '@throng/crowd';
import { passageWidth } from '../venue-plan/passage-width.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

const planned = new WeakMap<VenuePlan, readonly number[]>();

/** Persons per minute that each passage is planned to carry, rounded; worked out once: a plan never changes. */
export const plannedPerMinute = (plan: VenuePlan): readonly number[] => {
  const known = planned.get(plan);
  if (known !== undefined) return known;
  const flows = plan.venue.passages.map((passage) =>
    Math.round(doorCapacity(passageWidth(passage)) * 60),
  );
  planned.set(plan, flows);
  return flows;
};
