import { distance } from '../geometry/index.js';
import type { CameraEstimate } from './estimate-camera-position.js';
import { applyHomography, type Homography, invertHomography } from './homography.js';
import { type LeastSquaresFit, leastSquares } from './least-squares.js';
import { groundUnder, type Pinhole } from './pinhole.js';
import {
  anchorLengths,
  type GroundLength,
  heightSeen,
  type PinholeEvidence,
  pack,
  residualsOf,
  spanOf,
  unpack,
} from './pinhole-evidence.js';
import { onPlan, placeOnPlan } from './place-on-plan.js';

export interface PinholeFit {
  readonly pinhole: Pinhole;
  readonly camera: CameraEstimate;
  readonly pixelToGround: Homography;
  readonly groundToPixel: Homography;
  /** Found minus given, metres, in the order of `lengths`. */
  readonly lengthErrors: readonly number[];
  /** Found minus given height, metres, in the order of `standing`. */
  readonly standingErrors: readonly number[];
  /** Distance between marked and found place, metres, in the order of `anchors`. */
  readonly anchorErrors: readonly number[];
}

export type PinholeEstimate =
  | { readonly ok: true; readonly value: PinholeFit }
  | {
      readonly ok: false;
      readonly code: 'too-few-anchors' | 'too-few-lengths' | 'above-horizon' | 'ill-conditioned';
      readonly message: string;
    };

const fail = (
  code: Exclude<PinholeEstimate, { ok: true }>['code'],
  message: string,
): PinholeEstimate => ({ ok: false, code, message });

/** A focal length or height known no better than this share is not known. */
const leastKnown = 0.25;

const startTilts = [0.1, 0.25, 0.45, 0.75, 1.1];
/** Focal lengths per picture width: from 100° to 20° across. */
const startFocals = [0.42, 0.6, 0.9, 1.4, 2.8];

/** A height from which the camera sees the first length as long as it is. */
const startHeight = (p: Pinhole, evidence: PinholeEvidence, lengths: readonly GroundLength[]) => {
  const ratios = lengths.flatMap(({ from, to, metres }) => {
    const span = spanOf(groundUnder({ ...p, height: 1 }, evidence.imageSize), from, to);
    return span === undefined || span < 1e-9 ? [] : [metres / span];
  });
  return ratios.toSorted((a, b) => a - b)[ratios.length >> 1] ?? 5;
};

const bestFit = (
  evidence: PinholeEvidence,
  lengths: readonly GroundLength[],
  near: Pinhole | undefined,
): LeastSquaresFit => {
  const residuals = residualsOf(evidence, lengths);
  if (near !== undefined) return leastSquares(residuals, pack(near, evidence));
  const focals =
    evidence.focalPixels === undefined
      ? startFocals.map((share) => share * evidence.imageSize.width)
      : [evidence.focalPixels];
  const starts = startTilts.flatMap((tilt) =>
    focals.map((focalPixels) => {
      const level = { tilt, roll: 0, focalPixels, height: 1 };
      const height = startHeight(level, evidence, lengths);
      return pack({ ...level, height }, evidence);
    }),
  );
  const fits = starts.map((start) => leastSquares(residuals, start));
  return fits.reduce((best, fit) => (fit.cost < best.cost ? fit : best));
};

/**
 * Focal length, tilt, roll and height of a camera from known lengths on the ground, from upright
 * things of known height and, where measured, its own height; then its place on the plan from two
 * marks or more.
 *
 * Least squares over the click error of each length (1 px at both ends and 1 cm of the tape) and
 * of each head (2 px), the roll held near 0 (σ 2°). Each length and each height is one equation;
 * each of tilt, focal length and camera height that is not given is one unknown. Lengths at
 * different distances, some along and some across the view, determine them best.
 *
 * Assumes square pixels, the optical axis in the middle of the picture, flat ground.
 *
 * @param near where to look, for evidence that differs little from what gave this camera.
 */
export const fitPinhole = (evidence: PinholeEvidence, near?: Pinhole): PinholeEstimate => {
  const { anchors, imageSize, standing } = evidence;
  if (anchors.length < 2) {
    const message = `There are ${anchors.length} marks that are known on the plan: two are needed to place what the lengths tell.`;
    return fail('too-few-anchors', message);
  }
  const lengths = [...evidence.lengths, ...anchorLengths(anchors)];
  const equations = evidence.lengths.length + standing.length + (2 * anchors.length - 3);
  const unknowns =
    1 +
    (evidence.focalPixels === undefined ? 1 : 0) +
    (evidence.cameraHeight === undefined ? 1 : 0);
  if (equations < unknowns) {
    const message = `The lengths, heights and marks give ${equations} equations for ${unknowns} unknowns: mark ${unknowns - equations} more known lengths or standing heights, or give the camera's height or angle of view.`;
    return fail('too-few-lengths', message);
  }
  const fit = bestFit(evidence, lengths, near);
  const pinhole = unpack(fit.parameters, evidence);
  const under = groundUnder(pinhole, imageSize);
  const ends = [
    ...lengths.flatMap(({ from, to }) => [from, to]),
    ...standing.map(({ foot }) => foot),
  ];
  const above = ends.find((end) => applyHomography(under, end) === undefined);
  if (above !== undefined) {
    const message = `The pixel ${above.x.toFixed(0)}, ${above.y.toFixed(0)} lies above the horizon that the rest implies: mark points on the ground, and check the lengths.`;
    return fail('above-horizon', message);
  }
  // Logarithms: their standard errors are relative ones.
  if (fit.errors.slice(2).some((error) => !(error < leastKnown))) {
    const message =
      "The lengths leave the focal length or the camera's height almost open: add lengths at other distances and across the view, or measure the camera's height.";
    return fail('ill-conditioned', message);
  }
  const placement = placeOnPlan(
    anchors.flatMap(({ pixel, ground }) => {
      const from = applyHomography(under, pixel);
      return from === undefined ? [] : [{ from, to: ground }];
    }),
  );
  const pixelToGround = onPlan(under, placement);
  return {
    ok: true,
    value: {
      pinhole,
      camera: {
        ...placement.apply({ x: 0, y: 0 }),
        z: pinhole.height,
        focalPixels: pinhole.focalPixels,
      },
      pixelToGround,
      groundToPixel: invertHomography(pixelToGround),
      lengthErrors: evidence.lengths.map(
        ({ from, to, metres }) => (spanOf(under, from, to) ?? metres) - metres,
      ),
      standingErrors: standing.map(
        (upright) => (heightSeen(pinhole, imageSize, upright) ?? upright.metres) - upright.metres,
      ),
      anchorErrors: anchors.map(({ pixel, ground }) => {
        const found = applyHomography(pixelToGround, pixel);
        return found === undefined ? Number.POSITIVE_INFINITY : distance(found, ground);
      }),
    },
  };
};
