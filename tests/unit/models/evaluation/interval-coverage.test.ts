import { describe, expect, it } from 'vitest';
import {
  intervalCoverage,
  QUANTILES,
} from '../../../../models/src/evaluation/interval-coverage.js';

/** Evenly spread pairs of shares (the R2 sequence), turned normal by Box and Muller's formula. */
const normal = (index: number): number => {
  const [radius, angle] = [(index + 1) * 0.7548776662466927, (index + 1) * 0.5698402909980532];
  return Math.sqrt(-2 * Math.log(1 - (radius % 1))) * Math.cos(2 * Math.PI * (angle % 1));
};

describe('[U] coverage of intervals', () => {
  it('counts pictures whose truth lies inside, the edge included', () => {
    const pictures = [
      { truth: 10, estimate: 12, sigma: 2 },
      { truth: 10, estimate: 12.1, sigma: 2 },
    ];
    expect(intervalCoverage(pictures, 1)).toBe(0.5);
  });

  it('is 80 % and 95 % for errors that are as normal as their σ says', () => {
    const pictures = Array.from({ length: 20_000 }, (_, index) => {
      const sigma = 1 + (index % 50);
      return { truth: 100, estimate: 100 + sigma * normal(index), sigma };
    });
    expect(intervalCoverage(pictures, QUANTILES.eighty)).toBeCloseTo(0.8, 2);
    expect(intervalCoverage(pictures, QUANTILES.ninetyFive)).toBeCloseTo(0.95, 2);
  });
});
