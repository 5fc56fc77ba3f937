import type { CameraPosition, Point, PointPair } from '@throng/crowd';
import fc from 'fast-check';

/** A pinhole camera with square pixels and a known place: the truth that a fit must find. */
export interface SyntheticCamera {
  readonly position: CameraPosition;
  /** Compass direction of view, radians from the x axis. */
  readonly pan: number;
  /** Angle below the horizon, radians. */
  readonly tilt: number;
  readonly focalPixels: number;
}

export const imageSize = { width: 1920, height: 1080 };

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const axes = ({ pan, tilt }: SyntheticCamera): { right: Vector; down: Vector; ahead: Vector } => ({
  right: [Math.sin(pan), -Math.cos(pan), 0],
  down: [-Math.cos(pan) * Math.sin(tilt), -Math.sin(pan) * Math.sin(tilt), -Math.cos(tilt)],
  ahead: [Math.cos(pan) * Math.cos(tilt), Math.sin(pan) * Math.cos(tilt), -Math.sin(tilt)],
});

/** Where the camera sees a point at `height` metres above a place on the ground. */
export const see = (camera: SyntheticCamera, place: Point, height = 0): Point => {
  const { right, down, ahead } = axes(camera);
  const { x, y, z } = camera.position;
  const ray: Vector = [place.x - x, place.y - y, height - z];
  const depth = dot(ahead, ray);
  return {
    x: imageSize.width / 2 + (camera.focalPixels * dot(right, ray)) / depth,
    y: imageSize.height / 2 + (camera.focalPixels * dot(down, ray)) / depth,
  };
};

/** The ground point in a pixel, by following its ray down; for pixels below the horizon. */
export const groundIn = (camera: SyntheticCamera, pixel: Point): Point => {
  const { right, down, ahead } = axes(camera);
  const u = (pixel.x - imageSize.width / 2) / camera.focalPixels;
  const v = (pixel.y - imageSize.height / 2) / camera.focalPixels;
  const along = (axis: 0 | 1 | 2) => ahead[axis] + u * right[axis] + v * down[axis];
  const reach = -camera.position.z / along(2);
  return { x: camera.position.x + reach * along(0), y: camera.position.y + reach * along(1) };
};

/** Marks in the lower half of the picture, which every camera of `anyCamera` sees on the ground. */
export const markedPixels: readonly Point[] = [
  { x: 200, y: 560 },
  { x: 1700, y: 600 },
  { x: 1600, y: 1000 },
  { x: 150, y: 1050 },
  { x: 900, y: 760 },
  { x: 1300, y: 900 },
];

export const marks = (camera: SyntheticCamera, pixels = markedPixels): PointPair[] =>
  pixels.map((pixel) => ({ pixel, ground: groundIn(camera, pixel) }));

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Cameras as they hang in venues: 3–25 m high, 10°–70° below the horizon. */
export const anyCamera: fc.Arbitrary<SyntheticCamera> = fc.record({
  position: fc.record({ x: between(-50, 50), y: between(-50, 50), z: between(3, 25) }),
  pan: between(0, 6.28),
  tilt: between(0.18, 1.2),
  focalPixels: between(700, 2500),
});
