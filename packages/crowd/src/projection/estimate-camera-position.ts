import { Matrix, solve } from 'ml-matrix';
import type { CameraPosition } from './camera-position.js';
import { type Homography, invertHomography } from './homography.js';

/** Size of an image, pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface CameraEstimate extends CameraPosition {
  /** Focal length, pixels. */
  readonly focalPixels: number;
}

type Vector = readonly [number, number, number];

const norm = (v: Vector): number => Math.hypot(...v);

const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector => [
  b * f - c * e,
  c * d - a * f,
  a * e - b * d,
];

/** sin²θ/2 of the least angle θ from straight down, about 2.5°, at which perspective still shows. */
const leastForeshortening = 1e-3;

/**
 * The focal length f, in pixels, that makes the images of the two ground axes orthogonal and
 * equally long once divided by it; undefined where none does.
 *
 * With q = 1/f² both demands are linear, a·q + b = 0, and are met by least squares. They are the
 * real and the imaginary part of one complex equation, so that the answer does not depend on how
 * the ground's axes are turned.
 */
const focalLength = ([x1, y1, w1]: Vector, [x2, y2, w2]: Vector): number | undefined => {
  const [aReal, aImaginary] = [x1 ** 2 + y1 ** 2 - x2 ** 2 - y2 ** 2, 2 * (x1 * x2 + y1 * y2)];
  const [bReal, bImaginary] = [w1 ** 2 - w2 ** 2, 2 * w1 * w2];
  const foreshortening = Math.hypot(aReal, aImaginary) / (x1 ** 2 + y1 ** 2 + x2 ** 2 + y2 ** 2);
  if (!(foreshortening > leastForeshortening)) return undefined;
  const q = -(aReal * bReal + aImaginary * bImaginary) / (aReal ** 2 + aImaginary ** 2);
  return q > 0 ? 1 / Math.sqrt(q) : undefined;
};

/**
 * Position and focal length of the camera behind a ground homography, by taking
 * G = K·[r₁ r₂ t] apart, where G is the inverse of `pixelToGround`.
 *
 * Assumes square pixels, no lens distortion, and the principal point in the middle of the image;
 * a cropped or undistorted picture breaks the last one. The height comes out positive whichever
 * way the ground's axes turn. Treat the result as an estimate: a measured height beats it.
 *
 * Undefined when the homography does not tell: a camera that looks (almost) straight down shows
 * no perspective to read the focal length from, and a matrix that is no camera's has no solution.
 * Source: Hartley, Zisserman, "Multiple View Geometry", 2nd ed., 2004, sections 8.6 and 8.8.
 */
export const estimateCameraPosition = (
  pixelToGround: Homography,
  imageSize: ImageSize,
): CameraEstimate | undefined => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] =
    invertHomography(pixelToGround);
  const [u, v] = [imageSize.width / 2, imageSize.height / 2];
  const axisX: Vector = [a - u * g, d - v * g, g];
  const axisY: Vector = [b - u * i, e - v * i, i];
  const origin: Vector = [c - u * j, f - v * j, j];
  const focalPixels = focalLength(axisX, axisY);
  if (focalPixels === undefined) return undefined;

  const undoLens = ([x, y, w]: Vector): Vector => [x / focalPixels, y / focalPixels, w];
  const [right, forward, offset] = [undoLens(axisX), undoLens(axisY), undoLens(origin)];
  const up = cross(right, forward).map((entry) => (2 * entry) / (norm(right) + norm(forward)));
  const columns = new Matrix([[...right], [...forward], up]).transpose();
  const [x = 0, y = 0, z = 0] = solve(columns, Matrix.columnVector([...offset])).to1DArray();
  return { x: -x, y: -y, z: Math.abs(z), focalPixels };
};
