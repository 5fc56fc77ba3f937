import { describe, expect, it } from 'vitest';
import {
  candidatesOf,
  formerEvenings,
} from '../../../../control-server/src/former-evenings/former-evenings.js';
import type { EveningRow } from '../../../../control-server/src/store/evening-row.js';
import { CALENDAR, doorsOn, evening, event, PLANNED } from './support/calendar.js';

const LAST = event('concert-4');
const [WEST, EAST] = [0, 1];

const learn = (rows: readonly EveningRow[], most = 3) =>
  formerEvenings(PLANNED, CALENDAR, LAST, most, rows);

/** Persons of the profile at minutes since the doors. */
const at = (rows: readonly EveningRow[], minute: number, zone = WEST): number => {
  const tick = (minute + 30) * 6 - 1;
  return learn(rows).profile?.ticks[tick]?.[zone] ?? Number.NaN;
};

describe('[U] former evenings', () => {
  it('are events of the same plan that are over, the newest first', () => {
    expect(candidatesOf(CALENDAR, LAST).map(({ id }) => id)).toEqual(
      [3, 2, 1, 0].map((day) => `concert-${day}`),
    );
    expect(candidatesOf(CALENDAR, event('quiz-5'))).toEqual([]);
  });

  it('lie over the evening minute by minute, from half an hour before its doors to its end', () => {
    const { profile } = learn([evening(0, (minute) => minute + 30)]);
    expect(profile?.from).toBe(doorsOn(4) - 30 * 60_000);
    expect(profile?.ticks).toHaveLength(90 * 6);
    for (const minute of [-20, 0, 17, 45]) {
      // A minute's mean stands for its middle.
      expect(at([evening(0, (each) => each + 30)], minute)).toBeCloseTo(minute + 29.5, 6);
    }
  });

  it('are as many as are wanted, the newest that were recorded', () => {
    const rows = [0, 1, 3].map((day) => evening(day, () => 10 * day));
    expect(learn(rows, 2).events).toEqual(['concert-3', 'concert-1']);
    expect(learn(rows, 2).profile?.ticks[100]?.[WEST]).toBeCloseTo(20, 9);
  });

  it('tell nothing without a record', () => {
    expect(learn([])).toEqual({ events: [], profile: undefined });
  });

  it('a gap is unknown, not empty: the other evening tells of it', () => {
    const gap = evening(2, (minute) => (minute >= 10 && minute < 30 ? null : 40));
    const whole = evening(3, () => 60);
    expect(at([gap, whole], 0)).toBeCloseTo(50, 9);
    expect(at([gap, whole], 20)).toBeCloseTo(60, 9);
  });

  it('a gap that nobody knows is bridged', () => {
    const gap = evening(3, (minute) => (minute >= 10 && minute < 30 ? null : minute + 30));
    expect(at([gap], 20)).toBeCloseTo(49.5, 0);
  });

  it('an evening of which less than half is known in a zone does not count there', () => {
    const dark = evening(2, (minute) => (minute < 0 ? 500 : null));
    const rows = [dark, evening(2, () => 7, { zone: 'east' }), evening(3, () => 60)];
    expect(at(rows, -10)).toBeCloseTo(60, 9);
    expect(at(rows, 30, EAST)).toBeCloseTo(7, 9);
    expect(learn([dark]).profile).toBeUndefined();
  });

  it('a zone that was not there then is unknown throughout, and the others are not', () => {
    const { profile } = learn([evening(3, () => 60)]);
    expect(profile?.ticks.every((persons) => Number.isNaN(persons[EAST]))).toBe(true);
    expect(profile?.ticks.every((persons) => persons[WEST] === 60)).toBe(true);
  });

  it('a zone of another size then is another zone', () => {
    expect(learn([evening(3, () => 60, { area: 80 })]).profile).toBeUndefined();
    expect(learn([evening(3, () => 60, { area: 95 })]).events).toEqual(['concert-3']);
  });

  it('an evening whose doors opened at another time than the calendar says now does not count', () => {
    expect(learn([evening(3, () => 60, { doorsAt: 5 })]).profile).toBeUndefined();
  });

  it('hold no number that is none, whatever is missing', () => {
    const rows = [evening(3, (minute) => (minute % 3 === 0 ? null : 5))];
    const { profile } = learn(rows);
    expect(profile?.ticks.every((persons) => Number.isFinite(persons[WEST]))).toBe(true);
  });
});
