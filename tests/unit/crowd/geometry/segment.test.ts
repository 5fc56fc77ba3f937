import { boundingBox, orientation, segmentLength, segmentsIntersect } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { point } from '../support/arbitraries.js';

const segment = (x1: number, y1: number, x2: number, y2: number) => ({
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
});

describe('segments', () => {
  it('[U] the length is the distance between the ends', () => {
    expect(segmentLength(segment(1, 1, 4, 5))).toBe(5);
  });

  it.each([
    ['crossing', segment(0, 0, 2, 2), segment(0, 2, 2, 0), true],
    ['meeting at an end', segment(0, 0, 1, 1), segment(1, 1, 2, 0), true],
    ['touching in a T', segment(0, 0, 2, 0), segment(1, 0, 1, 3), true],
    ['overlapping on one line', segment(0, 0, 2, 0), segment(1, 0, 3, 0), true],
    ['apart on one line', segment(0, 0, 1, 0), segment(2, 0, 3, 0), false],
    ['parallel', segment(0, 0, 1, 0), segment(0, 1, 1, 1), false],
    ['short of each other', segment(0, 0, 1, 1), segment(3, 0, 0, 3), false],
  ])('[U] %s', (_, a, b, expected) => {
    expect(segmentsIntersect(a, b)).toBe(expected);
    expect(segmentsIntersect(b, a)).toBe(expected);
    expect(segmentsIntersect({ from: a.to, to: a.from }, b)).toBe(expected);
  });

  it('[U] two segments through a common point between their ends intersect', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        fc.pre(Math.abs(orientation(a, b, c)) > 1);
        const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        const beyond = { x: 2 * middle.x - c.x, y: 2 * middle.y - c.y };
        expect(segmentsIntersect({ from: a, to: b }, { from: c, to: beyond })).toBe(true);
      }),
    );
  });

  it('[U] the box round no points is empty', () => {
    const { minX, maxX } = boundingBox([]);
    expect(minX).toBeGreaterThan(maxX);
  });
});
