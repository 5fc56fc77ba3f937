import { Foresight, initialState } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import type { TickObservation } from '../../../../control-server/src/forecast/tick-observation.js';
import { rising } from '../support/foreseen.js';
import { PLAN, START } from '../support/venue.js';

const forecast = rising(0.5, 1);

/** The hall, where so many have crossed in the middle by a second. */
const crossed = (count: number, second: number) => ({
  ...initialState(PLAN, START),
  passages: [{ in: count, out: 0, countedUntil: START + second * 1_000 }],
});

const watched = () => {
  const seen: TickObservation[] = [];
  const advance = (observation: TickObservation) => {
    seen.push(observation);
    return forecast;
  };
  return { seen, foresight: new Foresight(PLAN, () => ({ advance })) };
};

describe('[U] foresight', () => {
  it('looks every 10 s by the clock, however often it is asked', () => {
    const { foresight, seen } = watched();
    for (let second = 0; second < 60; second += 1) {
      foresight.look(crossed(0, second), START + second * 1_000);
    }
    expect(seen).toHaveLength(6);
  });

  it('tells what has crossed since the last look', () => {
    const { foresight, seen } = watched();
    foresight.look(crossed(3, 0), START);
    foresight.look(crossed(8, 10), START + 10_000);
    expect(seen.map(({ crossings }) => crossings[0])).toEqual([Number.NaN, 5]);
  });

  it('after a pause crossings are unknown: those of minutes are no flow of 10 s', () => {
    const { foresight, seen } = watched();
    foresight.look(crossed(3, 0), START);
    foresight.look(crossed(60, 120), START + 120_000);
    foresight.look(crossed(64, 130), START + 130_000);
    expect(seen.map(({ crossings }) => crossings[0])).toEqual([Number.NaN, Number.NaN, 4]);
  });

  it('one that fails is told and replaced', () => {
    let made = 0;
    const foresight = new Foresight(PLAN, () => {
      made += 1;
      const isFirst = made === 1;
      return {
        advance: () => {
          if (isFirst) throw new Error('no such matrix');
          return forecast;
        },
      };
    });
    const failed = foresight.look(crossed(0, 0), START);
    expect(failed).toMatchObject({ ok: false, message: 'no such matrix' });
    expect(foresight.look(crossed(0, 10), START + 10_000)).toEqual({ ok: true, value: forecast });
  });
});
