import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DriftState,
  deviation,
  type Experience,
  NO_DRIFT,
  observe,
} from '../../../../packages/inference/src/drift/drift.js';
import type { Observation } from '../../../../packages/inference/src/drift/frame-observation.js';

const experience: Experience = { brightness: { mean: 0.5, deviation: 0.1 } };
const settings = { timeConstant: 60_000, leaveAt: 3, returnBelow: 2 };
const SECOND = 1_000;

/** Frames once a second from `from` on. */
const watch = (state: DriftState, from: number, seconds: number, observation: Observation) => {
  let next = state;
  for (let second = 0; second < seconds; second += 1) {
    next = observe(next, observation, from + second * SECOND, experience, settings);
  }
  return next;
};

const isOut = ({ outside }: DriftState): boolean => outside.has('brightness');

describe('[U] drift', () => {
  it('is not told of a camera inside the experience', () => {
    expect(isOut(watch(NO_DRIFT, 0, 600, { brightness: 0.75 }))).toBe(false);
  });

  it('is told once a camera has been outside for as long as the mean takes, not before', () => {
    expect(isOut(watch(NO_DRIFT, 0, 60, { brightness: 0.9 }))).toBe(false);
    expect(isOut(watch(NO_DRIFT, 0, 62, { brightness: 0.9 }))).toBe(true);
  });

  it('is not told for a flash', () => {
    const day = watch(NO_DRIFT, 0, 600, { brightness: 0.5 });
    expect(isOut(watch(day, 600 * SECOND, 3, { brightness: 1 }))).toBe(false);
  });

  it('ends only well inside again, so that a camera at the border does not flicker', () => {
    const out = watch(NO_DRIFT, 0, 300, { brightness: 0.9 });
    const border = watch(out, 300 * SECOND, 900, { brightness: 0.75 });
    expect(isOut(border)).toBe(true);
    expect(isOut(watch(border, 1_200 * SECOND, 900, { brightness: 0.6 }))).toBe(false);
  });

  it('is unknown for what the card does not tell or the camera does not show', () => {
    const state = watch(NO_DRIFT, 0, 90, { sharpness: 9, brightness: Number.NaN });
    expect([...state.outside]).toEqual([]);
    expect(deviation(state, experience, 'sharpness')).toBeUndefined();
    expect(deviation(state, experience, 'brightness')).toBeUndefined();
  });

  it('keeps the mean between the least and the greatest value seen', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (seen) => {
        const end = seen.reduce(
          (state, brightness, index) =>
            observe(state, { brightness }, index * 7_000, experience, settings),
          NO_DRIFT,
        );
        const mean = end.means.brightness?.mean ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...seen) + 1e-12);
      }),
    );
  });
});
