import type { Point, Polygon } from '@throng/crowd';
import fc from 'fast-check';

export const coordinate = fc.double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true });

export const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });

/** A simple, mostly concave polygon: vertices round a centre, each at its own distance. */
export const starPolygon: fc.Arbitrary<Polygon> = fc
  .record({
    centre: point,
    radii: fc.array(fc.double({ min: 0.5, max: 30, noNaN: true }), { minLength: 3, maxLength: 9 }),
    turn: fc.double({ min: 0, max: 6, noNaN: true }),
  })
  .map(({ centre, radii, turn }) =>
    radii.map((radius, index) => {
      const angle = turn + (2 * Math.PI * index) / radii.length;
      return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
    }),
  );

export const square = (size: number, x = 0, y = 0): Polygon => [
  { x, y },
  { x: x + size, y },
  { x: x + size, y: y + size },
  { x, y: y + size },
];
