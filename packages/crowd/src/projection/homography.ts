import { inverse, Matrix } from 'ml-matrix';
import type { Point, Polygon } from '../geometry/index.js';

/**
 * A plane-to-plane projection: nine numbers h, row-major, that take (x, y) to
 * ((h₀x + h₁y + h₂)/w, (h₃x + h₄y + h₅)/w) with w = h₆x + h₇y + h₈.
 *
 * Sign convention: w is positive for what the camera sees and falls to 0 at the horizon. A matrix
 * from elsewhere, known only up to its sign, is brought to this by `orientHomography`.
 */
export type Homography = readonly number[];

/** Below this share of its largest term, w is rounding noise: the point is on the horizon. */
const horizonTolerance = 1e-9;

/** The nine numbers as a 3 × 3 matrix. @throws RangeError when they are not nine finite numbers. */
export const toMatrix = (h: Homography): Matrix => {
  if (h.length !== 9 || !h.every(Number.isFinite)) {
    throw new RangeError(`A homography has nine finite numbers, not ${JSON.stringify(h)}.`);
  }
  return Matrix.from1DArray(3, 3, [...h]);
};

/** The homogeneous image (x·w, y·w, w) of a point, or undefined at or beyond the horizon. */
const project = (h: Homography, { x, y }: Point): [number, number, number] | undefined => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] = h;
  const w = g * x + i * y + j;
  const scale = Math.abs(g * x) + Math.abs(i * y) + Math.abs(j);
  if (!(w > horizonTolerance * scale)) return undefined;
  return [a * x + b * y + c, d * x + e * y + f, w];
};

/** The image of a point, or undefined where the point is at or beyond the horizon. */
export const applyHomography = (h: Homography, point: Point): Point | undefined => {
  const image = project(h, point);
  return image && { x: image[0] / image[2], y: image[1] / image[2] };
};

/** The image of a polygon, or undefined where it reaches the horizon. Straight edges stay so. */
export const projectPolygon = (h: Homography, polygon: Polygon): Polygon | undefined => {
  const corners = polygon.flatMap((vertex) => applyHomography(h, vertex) ?? []);
  return corners.length === polygon.length ? corners : undefined;
};

/**
 * The projection back. It keeps the sign convention: where w > 0 forth, w > 0 back.
 *
 * @throws RangeError when the matrix is singular.
 */
export const invertHomography = (h: Homography): Homography => {
  const matrix = toMatrix(h);
  try {
    return inverse(matrix).to1DArray();
  } catch (cause) {
    throw new RangeError('The homography is singular: it maps the plane to a line.', { cause });
  }
};

/** First `first`, then `second`, as one projection. */
export const composeHomographies = (second: Homography, first: Homography): Homography =>
  toMatrix(second).mmul(toMatrix(first)).to1DArray();

/** The same projection, with its sign such that `visible` lies in front of the camera. */
export const orientHomography = (h: Homography, visible: Point): Homography => {
  const flipped = h.map((entry) => -entry);
  return applyHomography(h, visible) === undefined && applyHomography(flipped, visible)
    ? flipped
    : h;
};

/**
 * Absolute Jacobian determinant |det H| / w³ at a point: for pixelToGround the ground area of
 * one pixel, m²/px². Undefined at or beyond the horizon.
 *
 * Persons per px² divided by it are persons per m²; so a density map keeps its mass under the
 * warp.
 */
export const jacobianDeterminant = (h: Homography, point: Point): number | undefined => {
  const image = project(h, point);
  if (image === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] = h;
  const determinant = a * (e * j - f * i) - b * (d * j - f * g) + c * (d * i - e * g);
  return Math.abs(determinant) / image[2] ** 3;
};
