import { describe, expect, it } from 'vitest';
import { fitPassCurve } from '../../../../../control-server/src/backtest/fit/fit-pass-curve.js';
import { CURVE_KNOTS, onCurve } from '../../../../../control-server/src/forecast/pass-curves.js';

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** So many cases at each twentieth of a distance, of which as many came true as `chance` says. */
const casesOf = (cases: number, chance: (distance: number) => number) =>
  Array.from({ length: 241 }, (_, step) => {
    const distance = -8 + 0.05 * step;
    return { distance, cases, cameTrue: cases * chance(distance) };
  });

describe('[U] fitting how likely a limit is passed', () => {
  it('finds a known curve again, one that is never sure too', () => {
    const chance = (distance: number) => 0.05 + 0.85 * logistic(1.5 * distance - 0.4);
    const curve = fitPassCurve(casesOf(2_000, chance));
    for (const distance of [-6, -2.2, -1, 0, 0.7, 1.9, 3.5]) {
      expect(Math.abs(logistic(onCurve(curve, distance)) - chance(distance))).toBeLessThan(0.02);
    }
  });

  it('rises even where what came true does not', () => {
    const curve = fitPassCurve(casesOf(500, (distance) => (distance > 1 ? 0.4 : 0.6)));
    expect(curve.toSorted((a, b) => a - b)).toEqual(curve);
  });

  it('gives a number at every knot where there are hardly any cases', () => {
    const curve = fitPassCurve([{ distance: 0, cases: 10, cameTrue: 4 }]);
    expect(curve.length).toBe(CURVE_KNOTS.length);
    expect(curve.every(Number.isFinite)).toBe(true);
    expect(Math.abs(logistic(onCurve(curve, 0)) - 0.4)).toBeLessThan(0.1);
  });
});
