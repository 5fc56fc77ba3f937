import { Foresight, initialState, planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import type { DatedProfile } from '../../../../control-server/src/forecast/dated-profile.js';
import type { EveningProfile } from '../../../../control-server/src/forecast/evening-profile.js';
import type { TickObservation } from '../../../../control-server/src/forecast/tick-observation.js';
import { carriedPlaces } from '../../../../control-server/src/venue-plan/carried-places.js';
import { emptyTally } from '../../../../control-server/src/venue-state/passage-tally.js';
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
    expect(seen.at(-2)?.crossings[0]).toBeNaN();
    expect(seen.at(-1)?.crossings[0]).toBe(4);
  });

  it('goes on with what it has seen of what a changed venue still has', () => {
    const before = watched();
    for (const second of [0, 10, 20]) {
      before.foresight.look(crossed(second, second), START + second * 1_000);
    }
    const turned = { ...PLAN.venue, passages: PLAN.venue.passages.toReversed() };
    const plan = planVenue(turned);
    const seen: TickObservation[] = [];
    const advance = (observation: TickObservation) => {
      seen.push(observation);
      return forecast;
    };
    const after = new Foresight(plan, () => ({ advance }));
    after.takeOver(before.foresight, carriedPlaces(PLAN, plan));
    const tallies = [emptyTally, { in: 34, out: 0, countedUntil: START + 30_000 }];
    after.look({ ...initialState(plan, START), passages: tallies }, START + 30_000);
    // What crossed the middle, the first passage before and the second now.
    expect(seen.map(({ crossings }) => crossings[2])).toEqual([Number.NaN, 10, 10, 14]);
    expect(seen.map(({ crossings }) => crossings.length)).toEqual([4, 4, 4, 4]);
  });

  it('keeps step with the clock: ticks at which nobody looked are unknown ones', () => {
    const { foresight, seen } = watched();
    foresight.look(crossed(0, 0), START);
    foresight.look(crossed(0, 40), START + 40_000);
    expect(seen).toHaveLength(5);
    for (const tick of seen.slice(1, 4)) {
      expect([...tick.persons, ...tick.sigma, ...tick.crossings].every(Number.isNaN)).toBe(true);
    }
  });

  it('begins anew after a longer pause than it looks ahead', () => {
    const made: number[] = [];
    const foresight = new Foresight(PLAN, () => {
      made.push(made.length);
      return { advance: () => forecast };
    });
    foresight.look(crossed(0, 0), START);
    foresight.look(crossed(0, 900), START + 900_000);
    expect(made).toHaveLength(1);
    foresight.look(crossed(0, 1_810), START + 1_810_000);
    expect(made).toHaveLength(2);
  });

  it('waits for a clock that was set back a little', () => {
    const { foresight, seen } = watched();
    foresight.look(crossed(0, 0), START + 60_000);
    expect(foresight.look(crossed(0, 0), START + 30_000)).toBeUndefined();
    expect(foresight.look(crossed(0, 0), START + 70_000)).toBeDefined();
    expect(seen).toHaveLength(2);
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

  describe('with former evenings', () => {
    /** An evening at whose tick k (of 10 s, from `from` on) there were k persons in each zone. */
    const counting = (from: number): DatedProfile => ({
      from,
      ticks: Array.from({ length: 100 }, (_, tick) => Float64Array.from([tick, tick])),
    });
    const begun = () => {
      const profiles: (EveningProfile | undefined)[] = [];
      const seen: TickObservation[][] = [];
      const foresight = new Foresight(PLAN, (profile) => {
        profiles.push(profile);
        const observed: TickObservation[] = [];
        seen.push(observed);
        return {
          advance: (observation) => {
            observed.push(observation);
            return forecast;
          },
        };
      });
      return { foresight, profiles, seen };
    };
    const firstOf = (profile: EveningProfile | undefined) => profile?.ticks[0]?.[0];

    it('one that starts in the middle of an evening is where one that saw the doors open is', () => {
      const { foresight, profiles } = begun();
      foresight.expect(counting(START));
      foresight.look(crossed(0, 610), START + 610_900);
      expect(firstOf(profiles[0])).toBe(60);
      expect(profiles[0]?.ticks).toHaveLength(40);
    });

    it('one that starts before the evening waits at its first tick', () => {
      const { foresight, profiles } = begun();
      foresight.expect(counting(START + 60_000));
      foresight.look(crossed(0, 10), START + 10_000);
      const counts = profiles[0]?.ticks.map(([count]) => count);
      expect(counts?.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2]);
    });

    it('one that starts long after it stays at its last tick', () => {
      const { foresight, profiles } = begun();
      foresight.expect(counting(START - 7_200_000));
      foresight.look(crossed(0, 10), START + 10_000);
      expect(profiles[0]?.ticks.map(([count]) => count)).toEqual([99]);
    });

    it('is shown what was seen lately where the evening changes, and goes on from there', () => {
      const { foresight, profiles, seen } = begun();
      for (let second = 0; second < 400; second += 10) {
        foresight.look(crossed(second, second), START + second * 1_000);
      }
      foresight.expect(counting(START));
      foresight.look(crossed(400, 400), START + 400_000);
      // The last 30 ticks, of which the first ended after 100 s, and the one of now.
      expect(seen[1]?.map(({ crossings }) => crossings[0])).toEqual(Array(31).fill(10));
      expect(firstOf(profiles[1])).toBe(9);
    });

    it('learns on where nothing changes', () => {
      const { foresight, profiles } = begun();
      const evening = counting(START);
      foresight.expect(evening);
      foresight.look(crossed(0, 10), START + 10_000);
      foresight.expect(evening);
      foresight.look(crossed(0, 20), START + 20_000);
      expect(profiles).toHaveLength(1);
    });
  });
});
