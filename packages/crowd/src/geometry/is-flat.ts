import { distance, orientation, type Point } from './point.js';

/**
 * Whether the points lie on one straight line: within `tolerance` times their extent.
 *
 * The line is the one from the first point to the point farthest from it.
 */
export const isFlat = (points: readonly Point[], tolerance = 1e-9): boolean => {
  const [first] = points;
  if (first === undefined) return true;
  const far = points.reduce((best, p) => (distance(first, p) > distance(first, best) ? p : best));
  const extent = distance(first, far);
  return points.every((p) => Math.abs(orientation(first, far, p)) <= tolerance * extent * extent);
};
