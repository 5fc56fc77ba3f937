import {
  area,
  boundingBox,
  boxPolygon,
  clipToBox,
  intersection,
  intersectionArea,
  uncoveredArea,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square, starPolygon } from '../support/arbitraries.js';

describe('what two polygons share', () => {
  it('[U] two squares that overlap by a quarter share that quarter', () => {
    expect(intersectionArea(square(2), square(2, 1, 1))).toBeCloseTo(1, 12);
  });

  it('[U] neighbours that share only an edge share no area', () => {
    expect(intersection(square(2), square(2, 2, 0))).toEqual([]);
    expect(intersectionArea(square(2), square(2, 2, 0))).toBe(0);
  });

  it('[U] a bar across a U-shaped room falls into two parts', () => {
    const uShape = [
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 3 },
      { x: 2, y: 3 },
      { x: 2, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 3 },
      { x: 0, y: 3 },
    ];
    const bar = boxPolygon({ minX: -1, minY: 2, maxX: 4, maxY: 2.5 });
    const parts = intersection(uShape, bar);
    expect(parts).toHaveLength(2);
    expect(parts.map(area)).toEqual([0.5, 0.5]);
  });

  it('[U] the shared area is the same both ways and no larger than either polygon', () => {
    fc.assert(
      fc.property(starPolygon, starPolygon, (a, b) => {
        const shared = intersectionArea(a, b);
        expect(shared).toBeCloseTo(intersectionArea(b, a), 6);
        expect(shared).toBeLessThanOrEqual(Math.min(area(a), area(b)) + 1e-6);
      }),
    );
  });

  it('[U] walls that coincide but for rounding are no stumbling block', () => {
    const angle = fc.double({ min: 0, max: 6.3, noNaN: true });
    fc.assert(
      fc.property(starPolygon, angle, (polygon, turn) => {
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
        const turnedThereAndBack = polygon
          .map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
          .map(({ x, y }) => ({ x: x * cos + y * sin, y: y * cos - x * sin }));
        expect(intersectionArea(polygon, turnedThereAndBack)).toBeCloseTo(area(polygon), 5);
      }),
      { numRuns: 500 },
    );
  });

  it('[U] clipping to a box measures the same area as the polygon library', () => {
    fc.assert(
      fc.property(starPolygon, starPolygon, (polygon, other) => {
        const box = boundingBox(other);
        const shared = intersectionArea(polygon, boxPolygon(box));
        expect(area(clipToBox(polygon, box))).toBeCloseTo(shared, 6);
      }),
    );
  });

  it('[U] what nothing covers and what is covered make up the whole', () => {
    fc.assert(
      fc.property(starPolygon, starPolygon, (a, b) => {
        expect(uncoveredArea(a, [b]) + intersectionArea(a, b)).toBeCloseTo(area(a), 5);
      }),
    );
  });

  it('[U] ground under two covers is taken away once; a hole in the rest is not counted', () => {
    expect(uncoveredArea(square(2), [square(1), square(1)])).toBeCloseTo(3, 9);
    expect(uncoveredArea(square(4), [square(2, 1, 1)])).toBeCloseTo(12, 9);
    expect(uncoveredArea(square(2), [square(1, 5, 5)])).toBe(4);
  });
});
