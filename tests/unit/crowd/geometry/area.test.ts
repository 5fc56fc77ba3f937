import { area, centroid, signedArea } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { point, square, starPolygon } from '../support/arbitraries.js';

describe('area and centroid of a polygon', () => {
  it('[U] an anticlockwise ring has a positive, a clockwise ring a negative signed area', () => {
    expect(signedArea(square(2))).toBe(4);
    expect(signedArea([...square(2)].reverse())).toBe(-4);
    expect(signedArea([])).toBe(0);
  });

  it('[U] the area of a concave room is the area of its parts', () => {
    const lShape = [
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(area(lShape)).toBeCloseTo(3 + 3, 12);
  });

  it('[U] moving and turning a polygon leaves its area as it is', () => {
    const angle = fc.double({ min: 0, max: 6.3, noNaN: true });
    fc.assert(
      fc.property(starPolygon, point, angle, (polygon, shift, turn) => {
        const moved = polygon.map(({ x, y }) => ({
          x: shift.x + x * Math.cos(turn) - y * Math.sin(turn),
          y: shift.y + x * Math.sin(turn) + y * Math.cos(turn),
        }));
        expect(area(moved)).toBeCloseTo(area(polygon), 8);
      }),
    );
  });

  it('[U] the area keeps its digits far from the origin of a map', () => {
    expect(area(square(0.5, 4_000_000, 6_000_000))).toBe(0.25);
  });

  it('[U] the centroid moves with the polygon, whichever way the ring runs', () => {
    fc.assert(
      fc.property(starPolygon, point, (polygon, shift) => {
        const moved = polygon.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })).reverse();
        const [before, after] = [centroid(polygon), centroid(moved)];
        expect(after.x - before.x).toBeCloseTo(shift.x, 7);
        expect(after.y - before.y).toBeCloseTo(shift.y, 7);
      }),
    );
  });

  it('[U] the centroid of a triangle is the mean of its corners', () => {
    const centre = centroid([
      { x: 1, y: 1 },
      { x: 4, y: 1 },
      { x: 1, y: 7 },
    ]);
    expect(centre.x).toBeCloseTo(2, 12);
    expect(centre.y).toBeCloseTo(3, 12);
  });

  it('[U] without area the mean of the vertices stands in; without vertices it refuses', () => {
    const flat = [
      { x: 0, y: 0 },
      { x: 2, y: 2 },
    ];
    expect(centroid(flat)).toEqual({ x: 1, y: 1 });
    expect(() => centroid([])).toThrow(RangeError);
  });
});
