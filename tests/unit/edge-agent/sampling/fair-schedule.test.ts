import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairSchedule } from '../../../../edge-agent/src/sampling/fair-schedule.js';
import { type SimulatedCamera, simulateSchedule } from '../support/simulate-schedule.js';

const MINUTE = 60_000;
const alike = { rate: 5, weight: 1, floor: 0.5, cost: 37 } satisfies SimulatedCamera;

const rack = (most: number): fc.Arbitrary<SimulatedCamera[]> =>
  fc.array(
    fc.record({
      rate: fc.constantFrom(2, 5, 10, 25),
      weight: fc.double({ min: 1, max: 16, noNaN: true }),
      floor: fc.constantFrom(0.2, 0.5, 1, 2),
      cost: fc.integer({ min: 5, max: 120 }),
    }),
    { minLength: 1, maxLength: most },
  );

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe('[U] fair schedule', () => {
  it('holds the floor of every camera whenever the floors of all can be held', () => {
    fc.assert(
      fc.property(rack(30), (cameras) => {
        fc.pre(sum(cameras.map(({ floor, cost }) => floor * cost)) <= 850);
        const looked = simulateSchedule(cameras, MINUTE);
        cameras.forEach(({ floor, rate }, index) => {
          const promised = Math.min(floor, rate) * 60;
          expect(looked[index]?.looks).toBeGreaterThanOrEqual(0.98 * promised - 2);
        });
      }),
    );
  });

  // Frames that come in step with the looks shift up to a tenth from one camera to another of nearly its
  // weight (7.1 and 7.4: 300 looks and 267).
  it('looks at no camera less often than at another of lower weight', () => {
    const weights = fc.array(fc.double({ min: 1, max: 16, noNaN: true }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(weights, (rising) => {
        rising.sort((a, b) => a - b);
        const looks = simulateSchedule(
          rising.map((weight) => ({ ...alike, weight })),
          MINUTE,
        ).map((camera) => camera.looks);
        for (let index = 1; index < looks.length; index += 1) {
          expect(looks[index]).toBeGreaterThanOrEqual(0.8 * (looks[index - 1] ?? 0) - 2);
        }
      }),
    );
  });

  it('shares the time in proportion to weight where everybody always has a frame', () => {
    const cameras = [1, 2, 4, 8].map((weight, index) => ({
      ...{ rate: 50, weight, floor: 0.05 },
      cost: 20 + 10 * index,
    }));
    const times = simulateSchedule(cameras, 5 * MINUTE).map(
      ({ looks }, index) => looks * (cameras[index]?.cost ?? 0),
    );
    times.forEach((time, index) => {
      expect(time / sum(times)).toBeCloseTo((cameras[index]?.weight ?? 0) / 15, 1);
    });
  });

  it('never gives out more time than there is', () => {
    fc.assert(
      fc.property(rack(20), (cameras) => {
        const looked = simulateSchedule(cameras, MINUTE);
        const spent = sum(looked.map(({ looks }, index) => looks * (cameras[index]?.cost ?? 0)));
        expect(spent).toBeLessThanOrEqual(MINUTE + Math.max(...cameras.map(({ cost }) => cost)));
      }),
    );
  });

  it('leaves out nobody even where the floors together ask for more than there is', () => {
    const cameras = Array.from({ length: 60 }, (_, index) => ({
      ...{ rate: 5, floor: 1, cost: 40 },
      weight: index === 0 ? 16 : 1,
    }));
    const round = sum(cameras.map(({ cost }) => cost));
    for (const { longestGap } of simulateSchedule(cameras, MINUTE)) {
      expect(longestGap).toBeLessThanOrEqual(round + 200);
    }
  });

  it('has no effect while there is time for every frame', () => {
    fc.assert(
      fc.property(rack(20), (cameras) => {
        const shortest = Math.min(...cameras.map(({ rate }) => 1_000 / rate));
        fc.pre(2 * sum(cameras.map(({ cost }) => cost)) <= shortest);
        for (const { superseded } of simulateSchedule(cameras, 10_000)) expect(superseded).toBe(0);
      }),
    );
  });

  it('gives the same schedule for the same cameras', () => {
    fc.assert(
      fc.property(rack(10), (cameras) => {
        expect(simulateSchedule(cameras, 10_000)).toEqual(simulateSchedule(cameras, 10_000));
      }),
    );
  });

  it('lets a camera that becomes dangerous go first at once, whatever its floor cost before', () => {
    const schedule = new FairSchedule<string>();
    schedule.add('east', 5, 0);
    schedule.add('west', 0.01, 0);
    let now = 0;
    /** Looks at the eastern camera while both always have a frame. */
    const looksAtEast = (east: number, west: number, milliseconds: number): number => {
      let looks = 0;
      for (const end = now + milliseconds; now < end; now += 100) {
        const candidates = [
          { camera: 'east', weight: east },
          { camera: 'west', weight: west },
        ];
        const chosen = candidates.find(({ camera }) => camera === schedule.next(candidates, now));
        if (chosen === undefined) throw new Error('somebody waits');
        schedule.begin(chosen, now);
        schedule.finish(chosen.camera, 100);
        if (chosen.camera === 'east') looks += 1;
      }
      return looks;
    };
    expect(looksAtEast(1, 16, 120_000)).toBeLessThan(700); // its floor of 5, hardly more
    expect(looksAtEast(16, 1, 2_000)).toBeGreaterThanOrEqual(17);
  });

  it('knows nothing of a camera that has left', () => {
    const schedule = new FairSchedule<string>();
    schedule.add('gone', 1, 0);
    schedule.remove('gone');
    expect(schedule.next([{ camera: 'gone', weight: 1 }], 5_000)).toBeUndefined();
  });
});
