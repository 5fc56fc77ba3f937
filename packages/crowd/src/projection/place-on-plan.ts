import { meanPoint, type Point } from '../geometry/index.js';
import { composeHomographies, type Homography } from './homography.js';

/** The turn and shift, without scale or mirroring, that brings `from` nearest to `to`. */
export interface Placement {
  /** As a projection of the plane. */
  readonly transform: Homography;
  readonly apply: (point: Point) => Point;
}

/**
 * The rigid motion of least Σ |R·from + t − to|². Two points place a ground of known scale.
 *
 * Source: W. Kabsch, Acta Crystallographica A32, 1976, in the plane.
 */
export const placeOnPlan = (
  pairs: readonly { readonly from: Point; readonly to: Point }[],
): Placement => {
  const a = meanPoint(pairs.map(({ from }) => from));
  const b = meanPoint(pairs.map(({ to }) => to));
  let [along, across] = [0, 0];
  for (const { from, to } of pairs) {
    const [x, y, u, v] = [from.x - a.x, from.y - a.y, to.x - b.x, to.y - b.y];
    along += x * u + y * v;
    across += x * v - y * u;
  }
  const angle = Math.atan2(across, along);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const shift = { x: b.x - cos * a.x + sin * a.y, y: b.y - sin * a.x - cos * a.y };
  return {
    transform: [cos, -sin, shift.x, sin, cos, shift.y, 0, 0, 1],
    apply: ({ x, y }) => ({ x: cos * x - sin * y + shift.x, y: sin * x + cos * y + shift.y }),
  };
};

/** First to the ground under the camera, then onto the plan. */
export const onPlan = (groundUnderCamera: Homography, placement: Placement): Homography =>
  composeHomographies(placement.transform, groundUnderCamera);
