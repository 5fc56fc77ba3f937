import { distance, meanPoint, type Point } from '../geometry/index.js';
import type { Homography } from './homography.js';

/** A similarity that brings points to the origin and to size, for a well-conditioned fit. */
export interface Normalisation {
  readonly apply: (point: Point) => Point;
  /** The same as a projection. */
  readonly transform: Homography;
}

/**
 * Moves the points' mean to the origin and scales their mean distance from it to √2.
 *
 * Source: R. Hartley, "In defense of the eight-point algorithm", IEEE TPAMI 19(6), 1997.
 */
export const normalisePoints = (points: readonly Point[]): Normalisation => {
  const centre = meanPoint(points);
  const spread = points.reduce((sum, point) => sum + distance(centre, point), 0) / points.length;
  const scale = Math.SQRT2 / spread;
  return {
    apply: ({ x, y }) => ({ x: scale * (x - centre.x), y: scale * (y - centre.y) }),
    transform: [scale, 0, -scale * centre.x, 0, scale, -scale * centre.y, 0, 0, 1],
  };
};
