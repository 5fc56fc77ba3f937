import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../packages/inference/src/detection/box.js';
import { box } from '../../models/support/arbitraries.js';

describe('[U] overlap of boxes', () => {
  it('is the shared area over the joint area', () => {
    const a = { left: 0, top: 0, right: 10, bottom: 10 };
    expect(overlap(a, { left: 5, top: 0, right: 15, bottom: 10 })).toBeCloseTo(50 / 150, 12);
  });

  it('is 1 with itself, symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(overlap(a, a)).toBe(1);
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0);
        expect(overlap(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 0 for boxes that touch, lie apart, or have no area', () => {
    const a = { left: 0, top: 0, right: 10, bottom: 10 };
    const line = { left: 3, top: 3, right: 3, bottom: 9 };
    expect(overlap(a, { left: 10, top: 0, right: 20, bottom: 10 })).toBe(0);
    expect(overlap(a, { left: 30, top: 30, right: 40, bottom: 40 })).toBe(0);
    expect(overlap(line, line)).toBe(0);
  });
});
