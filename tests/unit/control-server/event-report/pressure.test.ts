import { describe, expect, it } from 'vitest';
import { pressures } from '../../../../control-server/src/event-report/pressure.js';
import {
  PLANNED_FLOW,
  publishEvening,
} from '../../../../control-server/src/event-report/published-evening.js';
import { staffingAdvice } from '../../../../control-server/src/event-report/staffing-advice.js';
import { DOORS, evening, times } from './support/evening.js';

/** Persons a minute that the gate, 6 m wide, is planned to carry. */
const PLANNED = PLANNED_FLOW * 6 * 60;

/** Minutes of a share of the plan. */
const at = (share: number, minutes: number) =>
  times(minutes, [Math.round(PLANNED * share), 0] as const);

const pressed = (from: number, minutes: number, share = 0.96, length = 90) =>
  publishEvening(
    evening(length, {
      passages: {
        gate: [...at(0.1, from), ...at(share, minutes), ...at(0.1, length - from - minutes)],
      },
    }),
    5,
  );

const placesOf = (told: ReturnType<typeof pressed>) => ({
  asked: told.asked,
  step: told.step,
  places: pressures(told),
});

describe('[U] pressure on gates', () => {
  it('is a mean flow over five minutes of 80 % of the plan that lasts five minutes', () => {
    const [gate] = pressures(pressed(40, 20));
    expect(gate?.stretches).toHaveLength(1);
    const [stretch] = gate?.stretches ?? [];
    // Five-minute means reach 80 % once more than four of five minutes are at 96 %, and lose it alike.
    expect(stretch).toMatchObject({ from: DOORS + 44 * 60, to: DOORS + 60 * 60 });
    expect(stretch?.peak).toBeCloseTo(0.96, 2);
  });

  it('below the limit or too short is none', () => {
    expect(pressures(pressed(40, 20, 0.75))[0]?.stretches).toEqual([]);
    expect(pressures(pressed(40, 6))[0]?.stretches).toEqual([]);
  });

  it('a pause of up to ten minutes does not end it, a longer one does', () => {
    const twice = (pause: number) => {
      const minutes = [...at(0.9, 15), ...at(0.1, pause), ...at(0.9, 15)];
      const length = minutes.length;
      return pressures(publishEvening(evening(length, { passages: { gate: minutes } }), 5))[0];
    };
    expect(twice(5)?.stretches).toHaveLength(1);
    expect(twice(30)?.stretches).toHaveLength(2);
  });
});

describe('[U] staffing advice', () => {
  it('is relief a quarter of an hour before, compared with last time', () => {
    const advice = staffingAdvice(placesOf(pressed(40, 20)), placesOf(pressed(60, 20, 0.9)));
    expect(advice).toHaveLength(1);
    expect(advice[0]).toMatchObject({
      reliefAt: DOORS + 25 * 60,
      last: { shiftMinutes: -20 },
      room: null,
    });
    expect(advice[0]?.last?.peak).toBeCloseTo(0.9, 2);
  });

  it('says so when it was not pressed last time, or nothing is known of it', () => {
    const now = placesOf(pressed(40, 20));
    expect(staffingAdvice(now, placesOf(pressed(40, 20, 0.5)))[0]?.last?.shiftMinutes).toBeNull();
    const unknown = placesOf(publishEvening(evening(90, {}), 5));
    expect(staffingAdvice(now, unknown)[0]?.last).toBeNull();
    expect(staffingAdvice(now, null)[0]?.last).toBeNull();
  });

  it('names another gate that had room meanwhile', () => {
    const now = placesOf(pressed(40, 20));
    const [gate] = now.places;
    if (gate === undefined) throw new Error('no gate');
    const side = (share: number) => ({
      ...gate,
      id: 'side',
      name: 'Side',
      values: times(90, share),
      stretches: [],
    });
    const advise = (share: number) => staffingAdvice({ ...now, places: [gate, side(share)] }, null);
    expect(advise(0.3)[0]?.room).toEqual({ name: 'Side', share: 0.3 });
    expect(advise(0.6)[0]?.room).toBeNull();
    expect(advise(0.01)[0]?.room).toBeNull();
  });

  it('sends nobody from a full zone to another way into it', () => {
    const now = placesOf(pressed(40, 20));
    const [gate] = now.places;
    if (gate === undefined) throw new Error('no gate');
    const full = { ...gate, id: gate.zone, measure: 'density' as const };
    const side = (zone: string) => ({
      ...{ ...gate, id: 'side', name: 'Side', zone },
      ...{ values: times(90, 0.3), stretches: [] },
    });
    const advise = (zone: string) =>
      staffingAdvice({ ...now, places: [full, side(zone)] }, null)[0]?.room;
    expect(advise('elsewhere')).toEqual({ name: 'Side', share: 0.3 });
    expect(advise(gate.zone)).toBeNull();
  });

  it('is none where nothing was pressed', () => {
    expect(staffingAdvice(placesOf(pressed(40, 20, 0.5)), null)).toEqual([]);
  });
});
