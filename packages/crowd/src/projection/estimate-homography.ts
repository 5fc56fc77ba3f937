import { distance, meanPoint, type Point } from '../geometry/index.js';
import { type Correspondence, directLinearTransform } from './direct-linear-transform.js';
import {
  applyHomography,
  composeHomographies,
  type Homography,
  invertHomography,
  orientHomography,
} from './homography.js';
import { normalisePoints } from './normalise-points.js';
import { type HomographyFailure, type PointPair, pairsFault } from './point-pair.js';
import { refineHomography } from './refine-homography.js';

/** A calibrated homography with its errors at the calibration marks. */
export interface HomographyFit {
  /** From foot pixels to the ground, metres. */
  readonly pixelToGround: Homography;
  readonly groundToPixel: Homography;
  /** √(mean squared residual), metres. */
  readonly rmsErrorMetres: number;
  /** The largest residual, metres. */
  readonly maxErrorMetres: number;
  /** Distance between the marked and the projected ground point, metres, in the pairs' order. */
  readonly residuals: readonly number[];
  /** √(mean squared distance in the image), pixels. */
  readonly rmsErrorPixels: number;
}

export type HomographyEstimate =
  | { readonly ok: true; readonly value: HomographyFit }
  | HomographyFailure;

/**
 * Least σ₈/σ₁ of the normalised equations. Four marks in the corners of a picture give about 0.1;
 * below this limit an error of one pixel moves the ground by metres.
 */
const leastDeterminacy = 1e-3;

const illConditioned = (reason: string): HomographyFailure => ({
  ok: false,
  code: 'ill-conditioned',
  message: `${reason}: spread the marks over the whole area that the camera watches.`,
});

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

/** Distances between the images of `from` and the points `to`; undefined past the horizon. */
const misses = (
  h: Homography,
  correspondences: readonly Correspondence[],
): number[] | undefined => {
  const found = correspondences.flatMap(({ from, to }) => {
    const image = applyHomography(h, from);
    return image === undefined ? [] : [distance(image, to)];
  });
  return found.length === correspondences.length ? found : undefined;
};

/** Homography from ground to pixels, in the pairs' own units, its scale and sign open. */
const fit = (pairs: readonly PointPair[]): Homography | undefined => {
  const image = normalisePoints(pairs.map(({ pixel }) => pixel));
  const plane = normalisePoints(pairs.map(({ ground }) => ground));
  const correspondences = pairs.map(({ pixel, ground }) => ({
    from: plane.apply(ground),
    to: image.apply(pixel),
  }));
  const linear = directLinearTransform(correspondences);
  if (!(linear.determinacy > leastDeterminacy)) return undefined;
  const visible = { x: 0, y: 0 };
  const refined = refineHomography(orientHomography(linear.homography, visible), correspondences);
  return composeHomographies(
    invertHomography(image.transform),
    composeHomographies(refined, plane.transform),
  );
};

/** The same projection, scaled so that w = 1 at `point`. */
const scaledAt = (h: Homography, { x, y }: Point): Homography => {
  const w = (h[6] ?? 0) * x + (h[7] ?? 0) * y + (h[8] ?? 0);
  return h.map((entry) => entry / w);
};

/**
 * The homography between image and ground from at least four point pairs.
 *
 * Normalised direct linear transform, refined by Gauss–Newton on the distances in the image,
 * where the marks were clicked. Four pairs are met exactly, so their residuals say nothing about
 * quality: mark six or more. The result is scaled so that w = 1 at the pixels' mean, which also
 * fixes its sign (see `Homography`).
 *
 * @returns the fit, or why there is none: 'too-few-pairs', 'collinear-points',
 * 'duplicate-points', 'not-finite' or 'ill-conditioned'.
 */
export const estimateHomography = (pairs: readonly PointPair[]): HomographyEstimate => {
  const fault = pairsFault(pairs);
  if (fault !== undefined) return fault;
  const fitted = fit(pairs);
  if (fitted === undefined) return illConditioned('The marks leave the homography almost open');

  const pixelToGround = scaledAt(invertHomography(fitted), meanPoint(pairs.map((p) => p.pixel)));
  const groundToPixel = invertHomography(pixelToGround);
  const residuals = misses(
    pixelToGround,
    pairs.map(({ pixel, ground }) => ({ from: pixel, to: ground })),
  );
  const pixelErrors = misses(
    groundToPixel,
    pairs.map(({ pixel, ground }) => ({ from: ground, to: pixel })),
  );
  if (residuals === undefined || pixelErrors === undefined) {
    return illConditioned('Some marks lie on the other side of the horizon than the rest');
  }
  const value: HomographyFit = {
    pixelToGround,
    groundToPixel,
    rmsErrorMetres: rootMeanSquare(residuals),
    maxErrorMetres: Math.max(...residuals),
    residuals,
    rmsErrorPixels: rootMeanSquare(pixelErrors),
  };
  return { ok: true, value };
};
