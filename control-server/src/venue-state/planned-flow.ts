import { doorCapacity } from '@throng/crowd';
import { ofPlan } from '../venue-plan/of-plan.js';
import { passageWidth } from '../venue-plan/passage-width.js';

/** Persons per second that each passage is planned to carry. */
export const plannedPerSecond = ofPlan(({ venue }) =>
  Float64Array.from(venue.passages, (passage) => doorCapacity(passageWidth(passage))),
);

/** Persons per minute that each passage is planned to carry, rounded. */
export const plannedPerMinute = ofPlan((plan): readonly number[] =>
  Array.from(plannedPerSecond(plan), (perSecond) => Math.round(perSecond * 60)),
);
