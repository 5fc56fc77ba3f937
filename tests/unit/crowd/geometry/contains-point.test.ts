import {
  area,
  boundingBox,
  clipToBox,
  containsPoint,
  distance,
  intersectionArea,
  isOnBoundary,
  isStrictlyInside,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { point, square, starPolygon } from '../support/arbitraries.js';

describe('which points a polygon contains', () => {
  it('[U] lower and left edges belong to the polygon, upper and right ones do not', () => {
    const room = square(2);
    expect(containsPoint(room, { x: 1, y: 0 })).toBe(true);
    expect(containsPoint(room, { x: 0, y: 1 })).toBe(true);
    expect(containsPoint(room, { x: 1, y: 2 })).toBe(false);
    expect(containsPoint(room, { x: 2, y: 1 })).toBe(false);
  });

  it('[U] a point on the edge that two zones share is in exactly one of them', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(point, point, share, (a, b, t) => {
        fc.pre(Math.abs(a.y - b.y) > 0.01 && distance(a, b) > 1);
        const onEdge = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
        const [lowY, highY] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
        fc.pre(onEdge.y < highY && onEdge.y >= lowY);
        const west = [a, b, { x: -500, y: b.y }, { x: -500, y: a.y }];
        const east = [b, a, { x: 500, y: a.y }, { x: 500, y: b.y }];
        expect(containsPoint(west, onEdge)).not.toBe(containsPoint(east, onEdge));
      }),
    );
  });

  it('[U] it agrees with clipping: a tiny box round a contained point is cut out whole', () => {
    fc.assert(
      fc.property(starPolygon, point, (polygon, spot) => {
        const half = 1e-3;
        const box = {
          minX: spot.x - half,
          minY: spot.y - half,
          maxX: spot.x + half,
          maxY: spot.y + half,
        };
        const share = area(clipToBox(polygon, box)) / (4 * half * half);
        fc.pre(share < 1e-6 || share > 1 - 1e-6);
        expect(containsPoint(polygon, spot)).toBe(share > 0.5);
      }),
      { numRuns: 500 },
    );
  });

  it('[U] nothing outside the bounding box is contained', () => {
    fc.assert(
      fc.property(starPolygon, point, (polygon, spot) => {
        const { minX, minY, maxX, maxY } = boundingBox(polygon);
        fc.pre(spot.x < minX || spot.x > maxX || spot.y < minY || spot.y > maxY);
        expect(containsPoint(polygon, spot)).toBe(false);
        expect(intersectionArea(polygon, square(1e-3, spot.x, spot.y))).toBeLessThan(1e-6);
      }),
    );
  });

  it('[U] strictly inside leaves the whole boundary out, corners too', () => {
    const room = square(2);
    expect(isOnBoundary(room, { x: 0, y: 1 })).toBe(true);
    expect(isOnBoundary(room, { x: 2, y: 2 })).toBe(true);
    expect(isOnBoundary(room, { x: 3, y: 0 })).toBe(false);
    expect(isStrictlyInside(room, { x: 0, y: 1 })).toBe(false);
    expect(isStrictlyInside(room, { x: 1, y: 1 })).toBe(true);
    expect(isStrictlyInside(room, { x: 3, y: 1 })).toBe(false);
  });
});
