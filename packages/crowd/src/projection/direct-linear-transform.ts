import { Matrix, SVD } from 'ml-matrix';
import type { Point } from '../geometry/index.js';
import type { Homography } from './homography.js';

/** A correspondence: `from` is mapped to `to`. */
export interface Correspondence {
  readonly from: Point;
  readonly to: Point;
}

/** Two equations per correspondence: to × (H·from) = 0. */
const equations = ({ from, to }: Correspondence): number[][] => [
  [from.x, from.y, 1, 0, 0, 0, -to.x * from.x, -to.x * from.y, -to.x],
  [0, 0, 0, from.x, from.y, 1, -to.y * from.x, -to.y * from.y, -to.y],
];

/** The least-squares solution, and how firmly the points determine it. */
export interface LinearFit {
  /** Of unit norm, its sign open. */
  readonly homography: Homography;
  /** σ₈/σ₁ of the equations: near 0 when another homography fits almost as well. */
  readonly determinacy: number;
}

/**
 * The homography that minimises |A·h| over |h| = 1: the right singular vector of the least
 * singular value. Expects normalised points.
 *
 * Source: Hartley, Zisserman, "Multiple View Geometry", 2nd ed., 2004, algorithm 4.2.
 */
export const directLinearTransform = (correspondences: readonly Correspondence[]): LinearFit => {
  const rows = correspondences.flatMap(equations);
  // Four correspondences give eight equations; an empty ninth keeps the null vector in V.
  const svd = new SVD(new Matrix([...rows, new Array<number>(9).fill(0)]));
  const [largest = 0] = svd.diagonal;
  const [secondSmallest = 0] = svd.diagonal.slice(-2);
  return {
    homography: svd.rightSingularVectors.getColumn(8),
    determinacy: secondSmallest / largest,
  };
};
