import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Camera, Projected } from '../camera/camera.js';
import { dot, type Vector } from '../camera/vector.js';
import type { Gradient } from './paints.js';

/** An ellipse in the image: the unit circle through the matrix (a 0; b c), moved to x, y. Pixels. */
export interface Blot {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * The outline of an ellipsoid with the half-axes `axes` (metres, perpendicular), seen in
 * parallel projection at its centre: M = A·Aᵀ of the axes in the image plane, and its Cholesky
 * factor. Off by under 1 % beyond 2 m, where a head spans less than 4° of the view.
 */
export const ellipsoidBlot = (
  camera: Camera,
  centre: Projected,
  axes: readonly Vector[],
  radii: readonly number[],
): Blot => {
  let [xx, xy, yy] = [0, 0, 0];
  axes.forEach((axis, index) => {
    const radius = (radii[index] ?? 0) * centre.scale;
    const x = dot(axis, camera.right) * radius;
    const y = dot(axis, camera.down) * radius;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  });
  const a = Math.sqrt(Math.max(xx, 0.01));
  const b = xy / a;
  return { x: centre.x, y: centre.y, a, b, c: Math.sqrt(Math.max(yy - b * b, 0.01)) };
};

const FULL_TURN = 2 * Math.PI;

/** Fills the blot; in `paint`'s own coordinates it is the unit circle. */
export const fillBlot = (context: SKRSContext2D, blot: Blot, paint: string | Gradient): void => {
  context.setTransform(blot.a, blot.b, 0, blot.c, blot.x, blot.y);
  context.beginPath();
  context.arc(0, 0, 1, 0, FULL_TURN);
  context.fillStyle = paint;
  context.fill();
};

/** Half the width and height of the box round the blot, pixels. */
export const blotExtent = (blot: Blot): { width: number; height: number } => ({
  width: blot.a,
  height: Math.sqrt(blot.b * blot.b + blot.c * blot.c),
});
