import { toTimestamp } from '@throng/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captureTime } from '../../../../control-server/src/venue-state/capture-time.js';

it('[U] a time of capture is told as any timestamp, whatever was told before', () => {
  const time = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });
  const near = fc.integer({ min: -61_000, max: 61_000 });
  fc.assert(
    fc.property(time, fc.array(near), (at, steps) => {
      for (const each of [at, ...steps.map((step) => Math.max(0, at + step))]) {
        expect(captureTime(each)).toBe(toTimestamp(each));
      }
    }),
  );
  expect(captureTime(1_500.75)).toBe(toTimestamp(1_500.75));
});
