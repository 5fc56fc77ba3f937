import type { Point } from '../geometry/index.js';
import type { ImageSize } from './estimate-camera-position.js';
import type { Homography } from './homography.js';

/**
 * A pinhole over flat ground, seen from itself: it hangs `height` metres above the origin and
 * looks along +y. Where it is on a plan and which way it looks are left open.
 */
export interface Pinhole {
  /** Focal length, pixels. */
  readonly focalPixels: number;
  /** Angle of the optical axis below the horizon, radians. */
  readonly tilt: number;
  /** Turn of the picture about the optical axis, radians; positive where the horizon falls to the right. */
  readonly roll: number;
  /** Metres above the ground. */
  readonly height: number;
}

type Columns = readonly [Vector, Vector, Vector];
type Vector = readonly [number, number, number];

/** The directions of the picture's axes (right, down) and of the optical axis, in (x, y, z). */
const axes = ({ tilt, roll }: Pinhole): Columns => {
  const [sinTilt, cosTilt] = [Math.sin(tilt), Math.cos(tilt)];
  const [sinRoll, cosRoll] = [Math.sin(roll), Math.cos(roll)];
  const down: Vector = [0, -sinTilt, -cosTilt];
  return [
    [cosRoll, -sinRoll * down[1], -sinRoll * down[2]],
    [sinRoll, cosRoll * down[1], cosRoll * down[2]],
    [0, cosTilt, -sinTilt],
  ];
};

/**
 * The homography from pixels to the ground under the camera, metres: with d = M·(u, v, f) the
 * direction of a pixel's ray, it meets the ground at h·(d_x, d_y)/(−d_z); w = −d_z/f > 0 below
 * the horizon.
 */
export const groundUnder = (pinhole: Pinhole, { width, height }: ImageSize): Homography => {
  const [right, down, ahead] = axes(pinhole);
  const f = pinhole.focalPixels;
  const row = (axis: 0 | 1 | 2, scale: number): number[] => {
    const [a, b] = [(scale * right[axis]) / f, (scale * down[axis]) / f];
    return [a, b, scale * ahead[axis] - (a * width) / 2 - (b * height) / 2];
  };
  return [...row(0, pinhole.height), ...row(1, pinhole.height), ...row(2, -1)];
};

/** Where a point `z` metres above the ground under the camera is seen, pixels; undefined behind the lens. */
export const pixelOver = (
  pinhole: Pinhole,
  { width, height }: ImageSize,
  { x, y }: Point,
  z: number,
): Point | undefined => {
  const offset: Vector = [x, y, z - pinhole.height];
  const [right, down, depth] = axes(pinhole).map(
    ([a, b, c]) => a * offset[0] + b * offset[1] + c * offset[2],
  );
  if (right === undefined || down === undefined || !(depth !== undefined && depth > 0)) {
    return undefined;
  }
  const scale = pinhole.focalPixels / depth;
  return { x: width / 2 + scale * right, y: height / 2 + scale * down };
};
