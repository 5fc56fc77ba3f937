import type { Point } from './point.js';
import { edges, type Polygon } from './polygon.js';

/** The vertices seen from the first one: sums stay accurate far from the origin of a map. */
const localEdges = (polygon: Polygon, origin: Point) =>
  edges(polygon).map(({ from, to }) => {
    const a = { x: from.x - origin.x, y: from.y - origin.y };
    const b = { x: to.x - origin.x, y: to.y - origin.y };
    return { a, b, cross: a.x * b.y - b.x * a.y };
  });

/**
 * Signed area A = ½ Σ (xᵢ·yᵢ₊₁ − xᵢ₊₁·yᵢ), m² for metres (the shoelace formula).
 *
 * Convention: positive for anticlockwise rings with y up, which is clockwise on a screen.
 */
export const signedArea = (polygon: Polygon): number => {
  const [origin] = polygon;
  if (origin === undefined) return 0;
  return localEdges(polygon, origin).reduce((sum, { cross }) => sum + cross, 0) / 2;
};

/** Area |A| of a simple polygon in either orientation, m² for metres. */
export const area = (polygon: Polygon): number => Math.abs(signedArea(polygon));

/**
 * Centre of mass of a simple polygon: Σ (pᵢ + pᵢ₊₁)·(xᵢ·yᵢ₊₁ − xᵢ₊₁·yᵢ) / 6A.
 *
 * It may lie outside a concave polygon. A polygon without area has no centre of mass: the
 * mean of its vertices stands in for it.
 *
 * @throws RangeError for a polygon without vertices.
 */
export const centroid = (polygon: Polygon): Point => {
  const [origin] = polygon;
  if (origin === undefined) throw new RangeError('A polygon without vertices has no centroid.');
  let [doubleArea, sumX, sumY] = [0, 0, 0];
  for (const { a, b, cross } of localEdges(polygon, origin)) {
    doubleArea += cross;
    sumX += (a.x + b.x) * cross;
    sumY += (a.y + b.y) * cross;
  }
  if (doubleArea === 0) return meanPoint(polygon);
  return { x: origin.x + sumX / (3 * doubleArea), y: origin.y + sumY / (3 * doubleArea) };
};

/** The mean of some points, each weighing the same. Of no points: not a number. */
export const meanPoint = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
