import { type CalendarDefinition, type EventDefinition, startOf } from '@throng/contract';
import type { EveningRow } from '../store/evening-row.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { candidatesOf, formerEvenings } from './former-evenings.js';

/** What the next event of a plan can be learnt from. */
export interface UpcomingEvent {
  readonly event: EventDefinition;
  /** Of the former events that were recorded, the newest first. */
  readonly learntFrom: readonly string[];
}

/** The next event of each plan whose doors are not open yet at `now` (epoch ms), the nearest first. */
export const nextEvents = (calendar: CalendarDefinition, now: number): EventDefinition[] => {
  const coming = calendar.events
    .filter((event) => startOf(event) > now)
    .sort((one, other) => startOf(one) - startOf(other));
  return [...new Map(coming.toReversed().map((event) => [event.plan, event])).values()].sort(
    (one, other) => startOf(one) - startOf(other),
  );
};

/** @param read what is kept of these events. */
export const upcomingEvents = (
  plan: VenuePlan,
  most: number,
  now: number,
  read: (events: readonly string[]) => readonly EveningRow[],
): UpcomingEvent[] => {
  const { calendar } = plan;
  return nextEvents(calendar, now).map((event) => {
    const rows = read(candidatesOf(calendar, event).map(({ id }) => id));
    return { event, learntFrom: formerEvenings(plan, calendar, event, most, rows).events };
  });
};
