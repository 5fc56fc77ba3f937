import { describe, expect, it } from 'vitest';
import { eveningRowOf } from '../../../../control-server/src/former-evenings/evening-row-of.js';
import {
  eveningQuery,
  eventAhead,
} from '../../../../control-server/src/former-evenings/evening-span.js';
import { CALENDAR, doorsOn, event, PLANNED } from './support/calendar.js';

const LAST = event('concert-4');
const QUERY = eveningQuery(CALENDAR, LAST, 'west');

const row = (points: readonly { at: number; persons: number; area: number }[]) => {
  const [west] = PLANNED.zones;
  if (west === undefined) throw new Error('no zone');
  const whole = points.map((point) => ({
    ...point,
    areaSeconds: 60 * point.area,
    sigma: 1,
    densityP95: 1,
  }));
  return eveningRowOf(west, LAST, QUERY, whole);
};

describe('[U] what is kept of a zone’s evening', () => {
  it('its minutes from half an hour before the doors to the end by plan', () => {
    expect(QUERY).toEqual({
      zone: 'west',
      from: doorsOn(4) / 1_000 - 1_800,
      to: doorsOn(4) / 1_000 + 3_600,
      step: 60,
    });
    const kept = row([{ at: QUERY.from + 60, persons: 12.345, area: 100 }]);
    expect(kept).toMatchObject({ event: 'concert-4', zone: 'west', fromMinute: -30, area: 100 });
    expect(kept.minutes).toHaveLength(90);
    expect(kept.minutes.slice(0, 3)).toEqual([null, 12.3, null]);
  });

  it('what was seen in part stands for the whole, and less than half for nothing', () => {
    const { minutes } = row([
      { at: QUERY.from, persons: 10, area: 50 },
      { at: QUERY.from + 60, persons: 10, area: 49 },
    ]);
    expect(minutes.slice(0, 2)).toEqual([20, null]);
  });

  it('names no person and no camera: means of a zone only', () => {
    const fields = Object.keys(row([])).sort();
    expect(fields).toEqual(['area', 'doorsAt', 'event', 'fromMinute', 'minutes', 'zone']);
  });
});

describe('[U] the event at hand', () => {
  const ahead = (minute: number) => eventAhead(CALENDAR, doorsOn(4) + minute * 60_000)?.id;

  it('is expected from half an hour before its doors to its end', () => {
    expect([-31, -30, 0, 59.9, 60].map(ahead)).toEqual([
      undefined,
      'concert-4',
      'concert-4',
      'concert-4',
      undefined,
    ]);
  });

  it('is the one that goes on, while the next one’s doors are near', () => {
    const next = { ...event('quiz-5'), doorsAt: '2026-07-05T20:10:00.000Z' };
    const calendar = { ...CALENDAR, events: [LAST, next] };
    expect(eventAhead(calendar, doorsOn(4) + 50 * 60_000)?.id).toBe('concert-4');
    expect(eventAhead(calendar, doorsOn(4) + 60 * 60_000)?.id).toBe('quiz-5');
  });
});
