import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../../../models/src/evaluation/evenly.js';
import { median } from '../../../../models/src/evaluation/median.js';
import { pickExamples } from '../../../../models/src/evaluation/pick-examples.js';
import { rounded } from '../../../../models/src/evaluation/rounded.js';

const numbers = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 60 });

describe('[U] picking of examples', () => {
  it('shows the best best first, the worst worst first and the middle between', () => {
    const errors = [9, 1, 5, 3, 7, 2, 8, 4, 6];
    expect(pickExamples(errors, (error) => error, 2)).toEqual({
      best: [1, 2],
      median: [4, 5],
      worst: [9, 8],
    });
  });

  it('shows nothing twice, however few there are', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 5 }), (errors, each) => {
        const { best, median: middle, worst } = pickExamples(errors, Number, each);
        const shown = [...best, ...middle, ...worst];
        expect(new Set(shown).size).toBe(shown.length);
        for (const good of best) for (const bad of worst) expect(good).toBeLessThan(bad);
      }),
    );
  });
});

describe('[U] an even choice', () => {
  it('takes as many as asked for, in order, no gap much wider than another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 50 }),
        (length, count) => {
          const items = Array.from({ length }, (_, index) => index);
          const chosen = evenly(items, count);
          expect(chosen).toHaveLength(Math.min(length, count));
          expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
          const gaps = chosen.slice(1).map((place, index) => place - (chosen[index] ?? 0));
          expect(Math.max(...gaps, 0) - Math.min(...gaps, length)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('[U] the median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('[U] rounding', () => {
  it('reaches every number and leaves the rest', () => {
    const value = { a: 1.23456, b: [0.00004, 'x', null], c: { d: -7.00009 } };
    expect(rounded(value, 4)).toEqual({ a: 1.2346, b: [0, 'x', null], c: { d: -7.0001 } });
  });
});
