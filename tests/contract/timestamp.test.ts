import { fromTimestamp, toTimestamp } from '@throng/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('[U] a moment is told as a date tells it, whatever was told before', () => {
  const time = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });
  const near = fc.integer({ min: -61_000, max: 61_000 });
  fc.assert(
    fc.property(time, fc.array(near), (at, steps) => {
      for (const each of [at, ...steps.map((step) => Math.max(0, at + step))]) {
        expect(toTimestamp(each)).toBe(new Date(each).toISOString());
      }
    }),
  );
  expect(toTimestamp(1_500.75)).toBe(new Date(1_500.75).toISOString());
});

it('[U] a timestamp is read as a date reads it, whatever was read before', () => {
  const text = fc.constantFrom(
    ...['2026-07-04T19:30:00.000Z', '2026-07-04T19:30:00Z', '2026-07-04T19:30:01.000Z', 'never'],
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      for (const each of texts) expect(fromTimestamp(each)).toBe(Date.parse(each));
    }),
  );
});

it.each([-1, -0.5, -86_400_000, 253_402_300_799_999, 253_402_300_800_000])(
  '[U] so is one at the edge of what has this form: %d',
  (at) => {
    expect(toTimestamp(at)).toBe(new Date(at).toISOString());
  },
);

it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])('[U] %d is no moment', (at) => {
  expect(() => toTimestamp(at)).toThrow(RangeError);
});
