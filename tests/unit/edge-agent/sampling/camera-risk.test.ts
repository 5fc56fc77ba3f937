import { defaultAlertBands } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CameraRisk } from '../../../../edge-agent/src/sampling/camera-risk.js';
import {
  type DensityTrend,
  observeDensity,
  slopeOf,
} from '../../../../edge-agent/src/sampling/density-trend.js';
import { riskLevel } from '../../../../edge-agent/src/sampling/risk-level.js';

const bands = defaultAlertBands('walkway');
const zone = { zone: 'stalls', bands, area: 50, share: new Float64Array(1) };

const seen = (at: number, density: number, sigma = 0) => ({
  capturedAt: at,
  zones: [{ zone: 'stalls', persons: density * 50, sigma, area: 50, densityP95: density }],
  cells: new Float64Array(1),
});

const weightAfter = (densities: readonly number[], sigma = 0): number => {
  const risk = new CameraRisk([zone]);
  densities.forEach((density, second) => {
    risk.add(seen(second * 1_000, density, sigma));
  });
  return risk.weightAt((densities.length - 1) * 1_000);
};

describe('[U] camera risk', () => {
  it('doubles the weight with each alert band', () => {
    expect(weightAfter([0])).toBe(1);
    expect(weightAfter([bands.watch])).toBeCloseTo(2);
    expect(weightAfter([bands.warning])).toBeCloseTo(4);
    expect(weightAfter([bands.critical])).toBeCloseTo(8);
    expect(weightAfter([bands.emergency])).toBe(16);
    expect(weightAfter([9])).toBe(16);
  });

  it('never falls as density, its uncertainty or its slope rises', () => {
    const density = fc.double({ min: 0, max: 8, noNaN: true });
    const more = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(density, more, more, (now, extra, sigma) => {
        expect(weightAfter([now + extra])).toBeGreaterThanOrEqual(weightAfter([now]));
        expect(weightAfter([now], 50 * sigma)).toBeGreaterThanOrEqual(weightAfter([now]));
        // the same density now, reached from below
        const before = Math.max(0, now - extra);
        expect(weightAfter([before, before, now])).toBeGreaterThanOrEqual(weightAfter([now]));
      }),
    );
  });

  it('sees a ramp at its slope, and reckons with where it leads', () => {
    const ramp = Array.from({ length: 120 }, (_, second) => second * 0.02);
    let trend: DensityTrend | undefined;
    ramp.forEach((density, second) => {
      trend = observeDensity(trend, second * 1_000, density, 0);
    });
    expect(trend && slopeOf(trend)).toBeCloseTo(0.02, 3);
    expect(weightAfter(ramp)).toBeGreaterThan(1.2 * weightAfter([2.38]));
  });

  it('grows for a camera whose rising density has not been seen for long', () => {
    const risk = new CameraRisk([zone]);
    for (let second = 0; second < 10; second += 1) risk.add(seen(second * 1_000, second * 0.05));
    expect(risk.weightAt(30_000)).toBeGreaterThan(risk.weightAt(10_000));
  });

  it('counts a camera that nobody has looked at yet as at the warning density', () => {
    expect(new CameraRisk([zone]).weightAt(0)).toBe(4);
  });

  it('keeps its level where time does not advance', () => {
    const once = observeDensity(undefined, 5_000, 1, 0);
    expect(observeDensity(once, 4_000, 2, 0)).toMatchObject({ at: 5_000, fast: 1, upper: 2 });
  });

  it('reaches each band exactly where it begins', () => {
    expect(
      [0, bands.watch, bands.warning, bands.critical, bands.emergency].map((density) =>
        riskLevel(density, bands),
      ),
    ).toEqual([0, 1, 2, 3, 4]);
  });
});
