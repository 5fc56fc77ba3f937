import { fail, ok, type Result, toPoint } from '@throng/contract';
import {
  type CameraPosition,
  estimateCameraPosition,
  estimateHomography,
  type Homography,
  headPlaneHomography,
  invertHomography,
} from '@throng/crowd';
import type { PictureSize } from '@throng/inference';
import type { Calibration } from '../settings/edge-settings.js';

/** How pixels of a working frame and the ground belong together. */
export interface Projection {
  /** Pixel of a foot → the ground point it stands on, metres. */
  readonly footToGround: Homography;
  readonly groundToFoot: Homography;
  /** Pixel of a head → the ground point under it, metres. */
  readonly headToGround: Homography;
  readonly groundToHead: Homography;
  readonly cameraPosition: CameraPosition;
  /** Root of the mean squared reprojection error of the marks, metres on the ground. */
  readonly rmsErrorMetres: number;
}

/** Metres that a lens must hang above the heads for its view of them to be worth anything. */
const LEAST_CLEARANCE = 0.4;

/**
 * The projection of a camera for working frames of `size`, from marks that were set in a picture
 * of another size.
 */
export const calibrate = (
  calibration: Calibration,
  size: PictureSize,
): Result<Projection, 'not-calibrated'> => {
  const [pictureWidth, pictureHeight] = calibration.imageSize;
  const fit = estimateHomography(
    calibration.pairs.map(({ pixel: [x, y], ground }) => ({
      pixel: { x: (x * size.width) / pictureWidth, y: (y * size.height) / pictureHeight },
      ground: toPoint(ground),
    })),
  );
  if (!fit.ok) return fail('not-calibrated', fit.message);
  const { pixelToGround, groundToPixel, rmsErrorMetres } = fit.value;
  const given = calibration.cameraPosition;
  const cameraPosition =
    given === undefined
      ? estimateCameraPosition(pixelToGround, size)
      : { x: given[0], y: given[1], z: given[2] };
  if (cameraPosition === undefined) {
    return fail(
      'not-calibrated',
      'the pairs do not tell where the camera hangs; measure it and give cameraPosition: [x, y, height]',
    );
  }
  if (cameraPosition.z < calibration.headHeight + LEAST_CLEARANCE) {
    return fail(
      'not-calibrated',
      `the camera hangs ${cameraPosition.z.toFixed(1)} m high, heads are at ${calibration.headHeight} m; check the pairs, or give the measured cameraPosition`,
    );
  }
  const headToGround = headPlaneHomography(pixelToGround, cameraPosition, calibration.headHeight);
  return ok({
    footToGround: pixelToGround,
    groundToFoot: groundToPixel,
    headToGround,
    groundToHead: invertHomography(headToGround),
    cameraPosition,
    rmsErrorMetres,
  });
};
