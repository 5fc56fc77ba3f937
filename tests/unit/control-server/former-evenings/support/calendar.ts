import { type CalendarDefinition, type EventDefinition, toTimestamp } from '@throng/contract';
import { planVenue } from '@throng/control-server';
import type { EveningRow } from '../../../../../control-server/src/store/evening-row.js';
import { VENUE } from '../../support/venue.js';

const DAY_MS = 86_400_000;

/** 2026-07-01T19:00:00Z: when the doors of the first evening open. */
export const FIRST_DOORS = Date.UTC(2026, 6, 1, 19);

export const doorsOn = (day: number): number => FIRST_DOORS + day * DAY_MS;

const eventOn = (day: number, plan = 'concert'): EventDefinition => ({
  id: `${plan}-${day}`,
  name: `Day ${day}`,
  plan,
  doorsAt: toTimestamp(doorsOn(day)),
});

/** Concerts of one hour on five days, with a quiz between them. */
export const CALENDAR: CalendarDefinition = {
  plans: [
    {
      id: 'concert',
      name: 'Concert',
      phases: [{ id: 'doors', name: 'Doors', fromMinute: 0 }],
      endMinute: 60,
    },
    {
      id: 'quiz',
      name: 'Quiz',
      phases: [{ id: 'doors', name: 'Doors', fromMinute: 0 }],
      endMinute: 60,
    },
  ],
  events: [0, 1, 2, 3, 4].map((day) => eventOn(day)).concat(eventOn(5, 'quiz')),
};

export const PLANNED = planVenue(VENUE, CALENDAR);

export const event = (id: string): EventDefinition => {
  const found = CALENDAR.events.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no event ${id}`);
  return found;
};

/** A zone's evening, from half an hour before the doors to the end, with so many persons in each minute. */
export const evening = (
  day: number,
  persons: (minute: number) => number | null,
  change: Partial<EveningRow> = {},
): EveningRow => ({
  event: `concert-${day}`,
  zone: 'west',
  doorsAt: doorsOn(day) / 1_000,
  fromMinute: -30,
  area: 100,
  minutes: Array.from({ length: 90 }, (_, index) => persons(index - 30)),
  ...change,
});
