import {
  type CalendarDefinition,
  type EventDefinition,
  endOf,
  momentAt,
  startOf,
} from '@throng/contract';
import type { HistoryQuery } from '../store/measurement-store.js';

const MINUTE_MS = 60_000;

/** Minutes before the doors from which an evening is remembered and expected: people come early. */
export const LEAD_MINUTES = 30;

/** Milliseconds after the end of an event by which nearly all of its windows have come. */
const SETTLES_MS = 10 * MINUTE_MS;

/** The event that goes on at `now` (epoch ms), or whose doors open within half an hour. */
export const eventAhead = (
  calendar: CalendarDefinition,
  now: number,
): EventDefinition | undefined =>
  momentAt(calendar, now)?.event ??
  calendar.events.find((event) => {
    const wait = startOf(event) - now;
    return wait > 0 && wait <= LEAD_MINUTES * MINUTE_MS;
  });

/** When an event's evening can be kept, epoch ms. */
export const keepsAt = (calendar: CalendarDefinition, event: EventDefinition): number =>
  endOf(calendar, event) + SETTLES_MS;

/** When the doors open, epoch seconds. */
export const doorsOf = (event: EventDefinition): number => Math.floor(startOf(event) / 1_000);

/** What to ask the store of a zone's evening: minute by minute, from before the doors to the end. */
export const eveningQuery = (
  calendar: CalendarDefinition,
  event: EventDefinition,
  zone: string,
): HistoryQuery => ({
  zone,
  from: doorsOf(event) - LEAD_MINUTES * 60,
  to: Math.floor(endOf(calendar, event) / 1_000),
  step: 60,
});
