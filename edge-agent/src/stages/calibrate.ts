import { fail, ok, type Result, type Timestamp } from '@throng/contract';
import {
  applyHomography,
  type CameraPosition,
  composeHomographies,
  type Homography,
  headPlaneHomography,
  invertHomography,
  type Lens,
  noLens,
  type Point,
} from '@throng/crowd';
import type { PictureSize } from '@throng/inference';
import type { Calibration } from '../settings/calibration-settings.js';
import { solveGround } from './solve-ground.js';

/** How pixels of a working frame and the ground belong together. */
export interface Projection {
  /** Between the pixels of a working frame and those of its straight picture, of which the rest speaks. */
  readonly lens: Lens;
  /** Straight pixel of a foot → the ground point it stands on, metres. */
  readonly footToGround: Homography;
  readonly groundToFoot: Homography;
  /** Straight pixel of a head → the ground point under it, metres. */
  readonly headToGround: Homography;
  readonly groundToHead: Homography;
  readonly cameraPosition: CameraPosition;
  /** Root of the mean squared reprojection error of the marks, metres on the ground. */
  readonly rmsErrorMetres: number;
  /** When the camera was calibrated, where the settings say so. */
  readonly calibratedAt?: Timestamp | undefined;
}

/** Metres that a lens must hang above the heads for its view of them to be worth anything. */
const LEAST_CLEARANCE = 0.4;

/** Where the pixel of a foot stands on the ground, metres; undefined beyond the horizon. */
export const footPlace = (
  { footToGround, lens }: Pick<Projection, 'footToGround' | 'lens'>,
  pixel: Point,
): Point | undefined => {
  const straight = lens.undistort(pixel);
  return straight && applyHomography(footToGround, straight);
};

/** The lens of a picture, for a frame whose axes are scaled by `across` and `down`. */
const scaledLens = (lens: Lens, across: number, down: number): Lens => {
  if (lens === noLens) return noLens;
  const toPicture = ({ x, y }: Point): Point => ({ x: x / across, y: y / down });
  const toFrame = (point: Point | undefined): Point | undefined =>
    point && { x: point.x * across, y: point.y * down };
  return {
    undistort: (pixel) => toFrame(lens.undistort(toPicture(pixel))),
    distort: (pixel) => toFrame(lens.distort(toPicture(pixel))),
  };
};

/**
 * The projection of a camera for working frames of `size`, from marks that were set in a picture
 * of another size. All is solved in that picture, where pixels are square.
 */
export const calibrate = (
  calibration: Calibration,
  size: PictureSize,
): Result<Projection, 'not-calibrated'> => {
  const solved = solveGround(calibration);
  if (!solved.ok) return solved;
  const { camera, lens, pixelToGround, rmsErrorMetres } = solved.value;
  if (camera.z < calibration.headHeight + LEAST_CLEARANCE) {
    return fail(
      'not-calibrated',
      `the camera hangs ${camera.z.toFixed(1)} m high, heads are at ${calibration.headHeight} m; check the pairs, or give the measured cameraPosition`,
    );
  }
  const [width, height] = calibration.imageSize;
  const [across, down] = [size.width / width, size.height / height];
  const toPicture = [1 / across, 0, 0, 0, 1 / down, 0, 0, 0, 1];
  const footToGround = composeHomographies(pixelToGround, toPicture);
  const headToGround = headPlaneHomography(footToGround, camera, calibration.headHeight);
  return ok({
    lens: scaledLens(lens, across, down),
    footToGround,
    groundToFoot: invertHomography(footToGround),
    headToGround,
    groundToHead: invertHomography(headToGround),
    cameraPosition: camera,
    rmsErrorMetres,
    calibratedAt: calibration.calibratedAt,
  });
};
