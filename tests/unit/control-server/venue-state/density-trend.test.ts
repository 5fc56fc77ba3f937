import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DensityHistory,
  densityTrend,
  enterDensity,
  noHistory,
} from '../../../../control-server/src/venue-state/density-trend.js';

const minute = (densityAt: (second: number) => number, ground = 'cam'): DensityHistory =>
  Array.from({ length: 60 }, (_, second) => second).reduce<DensityHistory>(
    (history, second) => enterDensity(history, ground, second * 1_000, densityAt(second)),
    noHistory,
  );

describe('[U] density trend', () => {
  it('is the slope of a steady rise, in persons/m² per minute', () => {
    expect(densityTrend(minute((second) => 1 + second / 60))).toBeCloseTo(1, 9);
  });

  it('is not moved by one wild bin', () => {
    const wild = minute((second) => (second >= 30 && second < 35 ? 12 : 1 + second / 60));
    expect(densityTrend(wild)).toBeCloseTo(1, 1);
  });

  it('is null until four bins of five seconds stand', () => {
    const short = (seconds: number) =>
      Array.from({ length: seconds }, (_, second) => second).reduce<DensityHistory>(
        (history, second) => enterDensity(history, 'cam', second * 1_000, 1),
        noHistory,
      );
    expect(densityTrend(short(15))).toBeNull();
    expect(densityTrend(short(16))).toBe(0);
  });

  it('begins anew over other ground: two densities of different places make no trend', () => {
    const moved = enterDensity(
      minute(() => 1),
      'cam other',
      60_000,
      5,
    );
    expect(densityTrend(moved)).toBeNull();
  });

  it('keeps one minute and no more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_600 }), { maxLength: 200 }), (seconds) => {
        const history = seconds.reduce<DensityHistory>(
          (past, second) => enterDensity(past, 'cam', second * 1_000, 1),
          noHistory,
        );
        expect(history.past.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});
