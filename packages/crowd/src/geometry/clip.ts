import type { Point } from './point.js';
import { type BoundingBox, edges, type Polygon } from './polygon.js';

/**
 * A half-plane as a signed distance: points with a value ≥ 0 are kept. It must be an affine
 * function of the point, so that the cut on an edge follows by linear interpolation.
 */
export type HalfPlane = (point: Point) => number;

/**
 * The part of `polygon` in a half-plane (one pass of Sutherland and Hodgman, 1974).
 *
 * Where a concave polygon falls into several parts they come back as one ring, joined by edges
 * that run there and back along the cut: its area is exact, its shape is for measuring only.
 */
export const clipToHalfPlane = (polygon: Polygon, inside: HalfPlane): Polygon =>
  edges(polygon).flatMap(({ from, to }) => {
    const [a, b] = [inside(from), inside(to)];
    const kept = b >= 0 ? [to] : [];
    if (a >= 0 === b >= 0) return kept;
    const t = a / (a - b);
    return [{ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }, ...kept];
  });

/** The part of `polygon` in a box, as `clipToHalfPlane` gives it. */
export const clipToBox = (polygon: Polygon, { minX, minY, maxX, maxY }: BoundingBox): Polygon => {
  const sides: HalfPlane[] = [
    ({ x }) => x - minX,
    ({ x }) => maxX - x,
    ({ y }) => y - minY,
    ({ y }) => maxY - y,
  ];
  return sides.reduce(clipToHalfPlane, polygon);
};
