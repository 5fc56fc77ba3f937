import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publishCount,
  publishTotal,
} from '../../../../control-server/src/event-report/suppression.js';

describe('[U] counts that may be told', () => {
  it.each([
    [0, 0],
    [0.2, 'few'],
    [4.99, 'few'],
    [5, 5],
    [17.6, 18],
    [null, null],
  ] as const)('%s is told as %s where k is 5', (count, told) => {
    expect(publishCount(count, 5)).toBe(told);
  });

  it('a total counts what is left out where its parts stay hidden, and not where they would show', () => {
    expect(publishTotal([20, 3, null], 5)).toBe(20);
    expect(publishTotal([20, 3, 4], 5)).toBe(25);
    expect(publishTotal([20, 2, 2, 3], 5)).toBe(27);
    expect(publishTotal([20, 4, 4], 5)).toBe(25);
  });

  const counts = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.constant(null),
      fc.double({ min: 0, max: 9, noNaN: true }),
    ),
    { maxLength: 30 },
  );
  const ks = fc.integer({ min: 2, max: 12 });

  it('no count from 1 to below k is told', () => {
    fc.assert(
      fc.property(counts, ks, (cells, k) => {
        for (const cell of cells) {
          const told = publishCount(cell, k);
          if (typeof told === 'number' && told > 0) expect(told).toBeGreaterThanOrEqual(k);
        }
      }),
    );
  });

  it('what a total tells more than its parts leaves each that is left out anything from 0 to k', () => {
    fc.assert(
      fc.property(counts, ks, (cells, k) => {
        const told = cells.map((cell) => publishCount(cell, k));
        const hidden = told.filter((each) => each === 'few').length;
        const shown = told.reduce<number>(
          (sum, each) => sum + (typeof each === 'number' ? each : 0),
          0,
        );
        const rest = publishTotal(cells, k) - shown;
        // Nought is told of any sum below k; else one part alone spans all of 0 to k:
        if (rest === 0) return;
        const least = Math.max(0, rest - (hidden - 1) * k);
        const most = Math.min(k, rest);
        expect([least, most]).toEqual([0, k]);
      }),
    );
  });

  it('a total is never above the truth, and short by less than k', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), ks, (cells, k) => {
        const short = cells.reduce((sum, cell) => sum + cell, 0) - publishTotal(cells, k);
        expect(short).toBeGreaterThanOrEqual(0);
        expect(short).toBeLessThan(k);
      }),
    );
  });
});
