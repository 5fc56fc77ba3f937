import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf } from '../../../../control-server/src/venue-state/median.js';

it('[U] the median is the middle of the sorted values, or the mean of the two in the middle', () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(values, (given) => {
      const sorted = given.toSorted((a, b) => a - b);
      const half = given.length >> 1;
      const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
      const room = Float64Array.from([...given, 99, -99]);
      expect(medianOf(room, given.length)).toBe(given.length % 2 === 1 ? high : (low + high) / 2);
    }),
  );
});
