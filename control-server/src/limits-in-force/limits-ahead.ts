import { type CalendarDefinition, endOf, planOf, startOf, type ZoneLimits } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { limitsAt } from './limits-at.js';
import type { VenueLimits } from './venue-limits.js';

const MINUTE_MS = 60_000;

/** Limits, in the order of the plan, from a time on (epoch ms). */
export interface LimitsFrom {
  readonly from: number;
  readonly limits: readonly ZoneLimits[];
}

/** The times within (from, to] at which a phase begins or an event ends, epoch ms, in order. */
const changesWithin = (calendar: CalendarDefinition, from: number, to: number): number[] =>
  calendar.events
    .flatMap((event) => {
      const [start, end] = [startOf(event), endOf(calendar, event)];
      if (start > to || end <= from) return [];
      const phases = planOf(calendar, event)?.phases ?? [];
      return [...phases.map(({ fromMinute }) => start + fromMinute * MINUTE_MS), end];
    })
    .filter((time) => from < time && time <= to)
    .sort((a, b) => a - b);

/** The limits in force from `now` (epoch ms) on, and each time within so many seconds that a phase changes them. */
export const limitsAhead = (
  plan: VenuePlan,
  venue: VenueLimits,
  now: number,
  seconds: number,
): readonly LimitsFrom[] =>
  [now, ...changesWithin(plan.calendar, now, now + seconds * 1_000)].map((from) => ({
    from,
    limits: limitsAt(plan, venue, from),
  }));
