import type { Point } from '@throng/crowd';
import { along, cross, dot, minus, unit, type Vector } from './vector.js';

/** Where a camera hangs and what it looks at. */
export interface CameraPose {
  /** Metres; z is the height above the floor. */
  readonly position: Vector;
  readonly lookAt: Vector;
  /** Horizontal field of view, degrees. */
  readonly fieldOfView: number;
  /** Image size, pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where a point of the venue appears. */
export interface Projected {
  /** Pixels, from the left and top edge of the image. */
  readonly x: number;
  readonly y: number;
  /** Metres along the optical axis. */
  readonly depth: number;
  /** Pixels per metre at that depth. */
  readonly scale: number;
}

/** An ideal pinhole camera without roll or lens distortion. */
export interface Camera extends CameraPose {
  /** Focal length, pixels: f = width / (2 tan(field of view / 2)). */
  readonly focalLength: number;
  /** Axes of the image in the venue: to the right, downwards, and into the scene. */
  readonly right: Vector;
  readonly down: Vector;
  readonly forward: Vector;
  /** u = w/2 + f·(P−C)·right/depth, v = h/2 + f·(P−C)·down/depth; undefined behind the camera. */
  project(place: Vector): Projected | undefined;
  /** Where the ray through a pixel meets the plane z = `height` (m); undefined above the horizon. */
  toGround(pixel: Point, height?: number): Point | undefined;
}

/** Metres in front of the lens within which nothing is drawn. */
const NEAREST = 0.3;

/** @throws RangeError for a camera that looks straight up or down: its image has no upright. */
export const createCamera = (pose: CameraPose): Camera => {
  const { position, width, height } = pose;
  const forward = unit(minus(pose.lookAt, position));
  const right = unit(cross(forward, { x: 0, y: 0, z: 1 }));
  const down = cross(forward, right);
  const focalLength = width / (2 * Math.tan((pose.fieldOfView * Math.PI) / 360));

  const project = (place: Vector): Projected | undefined => {
    const offset = minus(place, position);
    const depth = dot(offset, forward);
    if (depth < NEAREST) return undefined;
    const scale = focalLength / depth;
    return {
      x: width / 2 + dot(offset, right) * scale,
      y: height / 2 + dot(offset, down) * scale,
      depth,
      scale,
    };
  };

  const toGround = (pixel: Point, planeHeight = 0): Point | undefined => {
    const ray = along(
      along(forward, right, (pixel.x - width / 2) / focalLength),
      down,
      (pixel.y - height / 2) / focalLength,
    );
    const distance = (planeHeight - position.z) / ray.z;
    if (!(distance > 0) || !Number.isFinite(distance)) return undefined;
    return { x: position.x + ray.x * distance, y: position.y + ray.y * distance };
  };

  return { ...pose, focalLength, right, down, forward, project, toGround };
};
