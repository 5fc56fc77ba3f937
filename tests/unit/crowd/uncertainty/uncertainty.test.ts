import { countSigma, inverseVarianceMean } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the standard deviation of a count', () => {
  it('[U] σ² = (s·n)² + n + σ₀²', () => {
    expect(countSigma(100, { relative: 0.3, floor: 2 })).toBeCloseTo(Math.sqrt(900 + 100 + 4), 12);
  });

  it('[U] an empty scene keeps its floor, and so does a count below zero', () => {
    expect(countSigma(0, { relative: 0.3, floor: 1.5 })).toBe(1.5);
    expect(countSigma(-4, { relative: 0.3, floor: 1.5 })).toBe(1.5);
  });
});

describe('fusing independent estimates', () => {
  const estimate = fc.record({
    value: fc.double({ min: 0, max: 500, noNaN: true }),
    sigma: fc.double({ min: 0.01, max: 100, noNaN: true }),
  });

  it('[U] the more certain of two weighs more', () => {
    const fused = inverseVarianceMean([
      { value: 10, sigma: 1 },
      { value: 20, sigma: 2 },
    ]);
    expect(fused?.value).toBeCloseTo(12, 12);
    expect(fused?.sigma).toBeCloseTo(Math.sqrt(0.8), 12);
  });

  it('[U] the mean lies within the values, and is at least as certain as the best of them', () => {
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 1, maxLength: 6 }), (estimates) => {
        const fused = inverseVarianceMean(estimates);
        const values = estimates.map(({ value }) => value);
        expect(fused?.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(fused?.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const best = Math.min(...estimates.map(({ sigma }) => sigma));
        expect(fused?.sigma).toBeLessThanOrEqual(best * (1 + 1e-9));
      }),
    );
  });

  it('[U] exact estimates outweigh all others', () => {
    const fused = inverseVarianceMean([
      { value: 4, sigma: 0 },
      { value: 6, sigma: 0 },
      { value: 90, sigma: 1 },
    ]);
    expect(fused).toEqual({ value: 5, sigma: 0 });
  });

  it('[U] where no camera says anything the answer is unknown, not zero', () => {
    expect(inverseVarianceMean([])).toBeUndefined();
    expect(inverseVarianceMean([{ value: 3, sigma: Number.POSITIVE_INFINITY }])).toBeUndefined();
  });
});
