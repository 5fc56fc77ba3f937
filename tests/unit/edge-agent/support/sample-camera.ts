import type { CameraPosition, Point } from '@throng/crowd';
import type { Calibration } from '../../../../edge-agent/src/settings/calibration-settings.js';
import { type CameraView, makeCameraView } from '../../../../edge-agent/src/stages/camera-view.js';

/** A pinhole camera with known geometry: it hangs at (5, −6), 6 m high, and looks along +y, 35° down. */
export const position: CameraPosition = { x: 5, y: -6, z: 6 };
export const size = { width: 640, height: 480 };
const focal = 520;
const pitch = (35 * Math.PI) / 180;

/** The pixel at which a point of space is seen; y grows downwards in the picture. */
export const pixelOf = ({ x, y }: Point, height = 0): Point => {
  const [dx, dy, dz] = [x - position.x, y - position.y, height - position.z];
  const depth = dy * Math.cos(pitch) - dz * Math.sin(pitch);
  const down = -dy * Math.sin(pitch) - dz * Math.cos(pitch);
  return {
    x: size.width / 2 + (focal * dx) / depth,
    y: size.height / 2 + (focal * down) / depth,
  };
};

const marks: readonly Point[] = [
  { x: 3, y: 0 },
  { x: 7, y: 0 },
  { x: 1, y: 4 },
  { x: 9, y: 4 },
  { x: 2, y: 9 },
  { x: 8, y: 9 },
];

export const calibration: Calibration = {
  imageSize: [size.width, size.height],
  pairs: marks.map((ground) => {
    const pixel = pixelOf(ground);
    return { pixel: [pixel.x, pixel.y], ground: [ground.x, ground.y] };
  }),
  cameraPosition: [position.x, position.y, position.z],
  headHeight: 1.6,
};

/** What that camera sees of a floor of 10 m × 10 m with two zones side by side. */
export const sampleView = (cellSize = 1): CameraView => {
  const view = makeCameraView({
    camera: 'cam-1',
    area: [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
    zones: [
      {
        id: 'west',
        name: 'West',
        kind: 'walkway',
        polygon: [
          [0, 0],
          [5, 0],
          [5, 10],
          [0, 10],
        ],
      },
      {
        id: 'east',
        name: 'East',
        kind: 'walkway',
        polygon: [
          [5, 0],
          [10, 0],
          [10, 10],
          [5, 10],
        ],
      },
    ],
    calibration,
    width: size.width,
    cellSize,
  });
  if (!view.ok) throw new Error(view.message);
  return view.value;
};

/** The box of a person of 1.7 m who stands at `ground`. */
export const personAt = (ground: Point, score = 0.9) => {
  const foot = pixelOf(ground);
  const head = pixelOf(ground, 1.7);
  return { left: foot.x - 10, right: foot.x + 10, top: head.y, bottom: foot.y, score };
};

export const total = (values: Iterable<number>): number =>
  [...values].reduce((sum, value) => sum + value, 0);
