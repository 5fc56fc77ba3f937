/** A point in the plane: metres on the ground or pixels in an image, as its context says. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** True when both coordinates are finite numbers. */
export const isFinitePoint = (point: Point): boolean =>
  Number.isFinite(point.x) && Number.isFinite(point.y);

/** Distance |b − a|, in the unit of the points. */
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/**
 * Twice the signed area of the triangle a, b, c: (b − a) × (c − a).
 *
 * Convention: positive when `c` lies to the left of the way from `a` to `b`
 * (x to the right, y up), negative to the right, 0 on the line.
 */
export const orientation = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
