import { describe, expect, it } from 'vitest';
import {
  nextEvents,
  upcomingEvents,
} from '../../../../control-server/src/former-evenings/upcoming-events.js';
import { CALENDAR, doorsOn, evening, PLANNED } from './support/calendar.js';

describe('[U] upcoming events', () => {
  it('are the next of each plan, the nearest first; one whose doors are open is none', () => {
    const ids = (now: number) => nextEvents(CALENDAR, now).map(({ id }) => id);
    expect(ids(doorsOn(2))).toEqual(['concert-3', 'quiz-5']);
    expect(ids(doorsOn(2) - 1)).toEqual(['concert-2', 'quiz-5']);
    expect(ids(doorsOn(5))).toEqual([]);
  });

  it('tell what they will be learnt from, by what is kept', () => {
    const asked: (readonly string[])[] = [];
    const read = (events: readonly string[]) => {
      asked.push(events);
      return [evening(1, () => 60)];
    };
    const upcoming = upcomingEvents(PLANNED, 3, doorsOn(2), read);
    expect(upcoming.map(({ event, learntFrom }) => [event.id, learntFrom])).toEqual([
      ['concert-3', ['concert-1']],
      ['quiz-5', []],
    ]);
    expect(asked).toEqual([['concert-2', 'concert-1', 'concert-0'], []]);
  });
});
