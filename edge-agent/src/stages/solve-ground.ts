import { fail, ok, type Result, toPoint } from '@throng/contract';
import {
  type CameraPosition,
  estimateCameraPosition,
  estimateHomography,
  fitPinhole,
  type Homography,
  type Lens,
  makeLens,
  noLens,
  type Pinhole,
  type Point,
  type PointPair,
} from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';

/** What the marks of a calibration amount to, in pixels of the picture they were set in. */
export interface GroundSolution {
  readonly method: 'pairs' | 'lengths';
  /** Between the picture and the straight one that the homographies speak of. */
  readonly lens: Lens;
  readonly pixelToGround: Homography;
  readonly groundToPixel: Homography;
  readonly camera: CameraPosition;
  /** Focal length, pixels; undefined where neither the marks nor anybody tells. */
  readonly focalPixels: number | undefined;
  /** The camera as the lengths tell it, seen from itself; not known from pairs. */
  readonly pinhole: Pinhole | undefined;
  /** Distance between marked and found place of each pair, metres. */
  readonly pairErrors: readonly number[];
  /** Found minus given, metres: of each length, of each upright thing. */
  readonly lengthErrors: readonly number[];
  readonly standingErrors: readonly number[];
  /** Root of the mean squared error of all that was marked on the ground, metres. */
  readonly rmsErrorMetres: number;
}

type Solved = Result<GroundSolution, 'not-calibrated'>;

const refuse = (message: string): Solved => fail('not-calibrated', message);

const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / Math.max(1, values.length));

/** The lens of a calibration, for pixels of its picture. */
export const lensOf = ({ distortion, imageSize: [width, height] }: Calibration): Lens => {
  if (distortion === undefined) return noLens;
  const { centre, model: _, ...coefficients } = distortion;
  const axis = centre === undefined ? {} : { centre: toPoint(centre) };
  return makeLens({ ...coefficients, ...axis }, { width, height });
};

/** Known lengths or heights say that the pairs are there to place them, not to carry all. */
export const methodOf = ({ lengths = [], standing = [] }: Calibration): GroundSolution['method'] =>
  lengths.length + standing.length > 0 ? 'lengths' : 'pairs';

/** A mark that the lens cannot have seen is thrown here and caught below: no solver can use it. */
class OutsideLens extends Error {}

const straightener =
  (lens: Lens) =>
  ([x, y]: readonly [number, number]): Point => {
    const straight = lens.undistort({ x, y });
    if (straight === undefined) {
      throw new OutsideLens(
        `The mark at ${x.toFixed(0)}, ${y.toFixed(0)} lies outside what a lens of this distortion sees: correct the distortion.`,
      );
    }
    return straight;
  };

const fromPairs = (calibration: Calibration, lens: Lens, pairs: readonly PointPair[]): Solved => {
  const [width, height] = calibration.imageSize;
  const fit = estimateHomography(pairs);
  if (!fit.ok) return refuse(fit.message);
  const { groundToPixel, pixelToGround, residuals, rmsErrorMetres } = fit.value;
  const estimate = estimateCameraPosition(pixelToGround, { width, height });
  const given = calibration.cameraPosition;
  const place = given === undefined ? estimate : { x: given[0], y: given[1], z: given[2] };
  if (place === undefined) {
    return refuse(
      'the pairs do not tell where the camera hangs; measure it and give cameraPosition: [x, y, height]',
    );
  }
  const { x, y, z } = place;
  return ok({
    method: 'pairs',
    lens,
    pixelToGround,
    groundToPixel,
    camera: { x, y, z: given === undefined ? (calibration.cameraHeight ?? z) : z },
    focalPixels: estimate?.focalPixels,
    pinhole: undefined,
    pairErrors: residuals,
    lengthErrors: [],
    standingErrors: [],
    rmsErrorMetres,
  });
};

const fromLengths = (
  calibration: Calibration,
  lens: Lens,
  anchors: readonly PointPair[],
  near: Pinhole | undefined,
): Solved => {
  const [width, height] = calibration.imageSize;
  const straight = straightener(lens);
  const { cameraHeight, cameraPosition, fieldOfView, lengths = [], standing = [] } = calibration;
  const evidence = {
    imageSize: { width, height },
    anchors,
    lengths: lengths.map(({ from, to, metres }) => ({
      from: straight(from),
      to: straight(to),
      metres,
    })),
    standing: standing.map(({ foot, head, metres }) => ({
      foot: straight(foot),
      head: straight(head),
      metres,
    })),
    cameraHeight: cameraHeight ?? cameraPosition?.[2],
    focalPixels:
      fieldOfView === undefined ? undefined : width / (2 * Math.tan((fieldOfView * Math.PI) / 360)),
  };
  const fit = fitPinhole(evidence, near);
  if (!fit.ok) return refuse(fit.message);
  const { anchorErrors, camera, lengthErrors, standingErrors, ...ground } = fit.value;
  return ok({
    method: 'lengths',
    lens,
    pixelToGround: ground.pixelToGround,
    groundToPixel: ground.groundToPixel,
    camera: { x: camera.x, y: camera.y, z: camera.z },
    focalPixels: camera.focalPixels,
    pinhole: ground.pinhole,
    pairErrors: anchorErrors,
    lengthErrors,
    standingErrors,
    rmsErrorMetres: rms([...anchorErrors, ...lengthErrors]),
  });
};

/**
 * The ground behind a picture, by whichever way its calibration was made: from four pairs or more,
 * or from known lengths and heights placed by two.
 *
 * @param near a camera that this one is almost equal to, so that it need not be looked for.
 */
export const solveGround = (calibration: Calibration, near?: Pinhole): Solved => {
  const lens = lensOf(calibration);
  try {
    const straight = straightener(lens);
    const pairs = calibration.pairs.map(({ pixel, ground }) => ({
      pixel: straight(pixel),
      ground: toPoint(ground),
    }));
    return methodOf(calibration) === 'pairs'
      ? fromPairs(calibration, lens, pairs)
      : fromLengths(calibration, lens, pairs, near);
  } catch (cause) {
    if (cause instanceof OutsideLens) return refuse(cause.message);
    throw cause;
  }
};
