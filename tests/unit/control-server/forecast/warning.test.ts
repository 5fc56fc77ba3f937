import { describe, expect, it } from 'vitest';
import {
  CURVE_KNOTS,
  onCurve,
  PASS_CURVES,
} from '../../../../control-server/src/forecast/pass-curves.js';
import { passProbability } from '../../../../control-server/src/forecast/warning.js';
import { rising } from '../support/foreseen.js';

const AREA = 100;

describe('[U] how likely a limit is passed', () => {
  it.each(['profiled', 'plain'] as const)('rises along the %s curve, and is never sure', (kind) => {
    const curve = PASS_CURVES[kind];
    expect(curve.length).toBe(CURVE_KNOTS.length);
    expect(curve.toSorted((a, b) => a - b)).toEqual(curve);
    const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));
    expect(logistic(onCurve(curve, -1_000))).toBeGreaterThan(0.001);
    expect(logistic(onCurve(curve, 1_000))).toBeLessThan(0.98);
  });

  it('lies on the line between knots', () => {
    const [first, second] = [CURVE_KNOTS[3], CURVE_KNOTS[4]];
    const curve = CURVE_KNOTS.map((_, knot) => 10 * knot);
    expect(onCurve(curve, first)).toBe(30);
    expect(onCurve(curve, (first + second) / 2)).toBeCloseTo(35, 9);
    expect(onCurve(curve, Number.NEGATIVE_INFINITY)).toBe(0);
  });

  it('falls as the limit rises', () => {
    const forecast = rising(1, 3);
    const limits = Array.from({ length: 60 }, (_, step) => 0.5 + 0.05 * step);
    const said = limits.map((limit) => passProbability(forecast, 0, AREA, limit));
    expect(said.toSorted((a, b) => b - a)).toEqual(said);
  });

  it('is told by what former evenings knew, where they tell of the zone', () => {
    const plain = rising(1, 3);
    const profiled = { ...plain, profiled: Uint8Array.of(1, 0) };
    const limit = 1.85;
    expect(passProbability(profiled, 0, AREA, limit)).not.toBe(
      passProbability(plain, 0, AREA, limit),
    );
    expect(passProbability(profiled, 1, AREA, limit)).toBe(passProbability(plain, 1, AREA, limit));
  });
});
