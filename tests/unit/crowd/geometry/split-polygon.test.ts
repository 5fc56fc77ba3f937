import { area, polygonFault, signedArea, splitPolygon } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square, starPolygon } from '../support/arbitraries.js';

const cut = (x1: number, y1: number, x2: number, y2: number) => ({
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
});

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

describe('[U] splitting a polygon', () => {
  it('cuts a square in two where the line crosses it', () => {
    expect(splitPolygon(square(2), cut(-1, 0.5, 3, 0.5)).map(area)).toEqual([1, 3]);
  });

  it('cuts from corner to corner', () => {
    expect(splitPolygon(square(2), cut(0, 0, 2, 2)).map(area)).toEqual([2, 2]);
  });

  it('leaves it whole where the line ends inside, runs along an edge, touches a corner or is apart', () => {
    for (const line of [
      cut(-1, 1, 1, 1),
      cut(0, 0, 2, 0),
      cut(-1, 1, 1, -1),
      cut(5, 5, 6, 6),
      cut(1, 1, 1, 1),
    ]) {
      expect(splitPolygon(square(2), line)).toEqual([square(2)]);
    }
  });

  it('cuts one arm of a U where only that arm is crossed, both where both are', () => {
    expect(
      splitPolygon(uShape, cut(-1, 2, 1.5, 2))
        .map(area)
        .toSorted(),
    ).toEqual([1, 6]);
    expect(
      splitPolygon(uShape, cut(-1, 2, 4, 2))
        .map(area)
        .toSorted(),
    ).toEqual([1, 1, 5]);
  });

  it('goes on through a corner that points inwards', () => {
    const parts = splitPolygon(uShape, cut(-1, 1, 4, 1));
    expect(parts.map(area).toSorted()).toEqual([2, 2, 3]);
  });

  it('loses and gains no floor; every part is simple and turns as the whole did', () => {
    const place = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(starPolygon, place, place, place, place, (polygon, x1, y1, x2, y2) => {
        const parts = splitPolygon(polygon, cut(x1, y1, x2, y2));
        const sum = parts.reduce((total, part) => total + area(part), 0);
        expect(sum).toBeCloseTo(area(polygon), 5);
        for (const part of parts) {
          expect(Math.sign(signedArea(part))).toBe(Math.sign(signedArea(polygon)));
          expect(polygonFault(part)?.code).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('divides every time a line from outside to outside passes the middle of a convex room', () => {
    const turn = fc.double({ min: 0, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(turn, (angle) => {
        const [x, y] = [5 * Math.cos(angle), 5 * Math.sin(angle)];
        const parts = splitPolygon(square(2), cut(1 - x, 1 - y, 1 + x, 1 + y));
        expect(parts).toHaveLength(2);
        for (const part of parts) expect(area(part)).toBeCloseTo(2, 5);
      }),
    );
  });
});
