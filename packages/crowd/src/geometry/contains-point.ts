import { orientation, type Point } from './point.js';
import { edges, type Polygon } from './polygon.js';
import { isOnSegment } from './segment.js';

/**
 * Whether `point` belongs to `polygon`, by the parity of edges crossed on a ray to +x.
 *
 * Boundary convention: half-open. Points on lower and left edges belong to the polygon, points
 * on upper and right ones do not (y up). So where zones share an edge, a person exactly on it is
 * counted in one of them: never in both, never in neither. Each edge is evaluated from its lower
 * end, in whichever direction the ring runs, so that neighbours agree to the last bit.
 */
export const containsPoint = (polygon: Polygon, point: Point): boolean => {
  let inside = false;
  for (const { from, to } of edges(polygon)) {
    const [lower, upper] = from.y <= to.y ? [from, to] : [to, from];
    const spansRay = lower.y <= point.y && point.y < upper.y;
    if (spansRay && orientation(lower, upper, point) > 0) inside = !inside;
  }
  return inside;
};

/** Whether `point` lies exactly on an edge of `polygon` (no tolerance). */
export const isOnBoundary = (polygon: Polygon, point: Point): boolean =>
  edges(polygon).some((edge) => isOnSegment(edge, point));

/** Whether `point` lies inside `polygon` and on none of its edges. */
export const isStrictlyInside = (polygon: Polygon, point: Point): boolean =>
  containsPoint(polygon, point) && !isOnBoundary(polygon, point);
