import {
  doorCapacity,
  doorSpecificFlow,
  sfpeJamDensity,
  sfpeSpecificFlow,
  sfpeSpeed,
  weidmannFreeSpeed,
  weidmannSpecificFlow,
  weidmannSpeed,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const densities = Array.from({ length: 601 }, (_, index) => index / 100);
const density = fc.double({ min: 0, max: 8, noNaN: true });

const peak = (flow: (density: number) => number) =>
  densities.reduce((best, rho) => (flow(rho) > flow(best) ? rho : best));

describe('fundamental diagrams', () => {
  it('[U] Weidmann: the greatest specific flow is 1.225 /(s·m) at 1.75 persons/m²', () => {
    expect(peak(weidmannSpecificFlow)).toBeCloseTo(1.75, 1);
    expect(weidmannSpecificFlow(1.75)).toBeCloseTo(1.225, 3);
  });

  it('[U] Weidmann: free speed when empty, standstill from 5.4 persons/m²', () => {
    expect(weidmannSpeed(0)).toBe(weidmannFreeSpeed);
    expect(weidmannSpeed(0.01)).toBeCloseTo(1.34, 6);
    expect(weidmannSpeed(5.4)).toBe(0);
    expect(weidmannSpecificFlow(7)).toBe(0);
    expect(weidmannSpecificFlow(-1)).toBe(0);
  });

  it('[U] SFPE: the greatest specific flow on the level is 1.316 /(s·m) at 1.88 persons/m²', () => {
    expect(peak(sfpeSpecificFlow)).toBeCloseTo(1.88, 2);
    expect(sfpeSpecificFlow(1.88)).toBeCloseTo(1.316, 3);
  });

  it('[U] SFPE: people choose their speed below 0.54 and stand from 3.76 persons/m²', () => {
    expect(sfpeSpeed(0)).toBe(sfpeSpeed(0.54));
    expect(sfpeSpeed(0.54)).toBeCloseTo(1.4 * (1 - 0.266 * 0.54), 12);
    expect(sfpeSpeed(sfpeJamDensity + 1)).toBe(0);
    expect(sfpeSpeed(1, 'stairs-190x254')).toBeLessThan(sfpeSpeed(1, 'stairs-165x330'));
  });

  it('[U] speed never rises with density', () => {
    fc.assert(
      fc.property(density, density, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(weidmannSpeed(high)).toBeLessThanOrEqual(weidmannSpeed(low));
        expect(sfpeSpeed(high)).toBeLessThanOrEqual(sfpeSpeed(low));
      }),
    );
  });

  it('[U] a door of 2 m is planned with 2.74 persons/s, unless its own figure is known', () => {
    expect(doorCapacity(2)).toBeCloseTo(2.74, 12);
    expect(doorCapacity(2, doorSpecificFlow.cautious)).toBeCloseTo(2.6, 12);
  });
});
