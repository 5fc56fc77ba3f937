import { clipToHalfPlane, type HalfPlane, type Homography, type Polygon } from '@throng/crowd';
import type { PictureSize } from '@throng/inference';
import type { Projection } from './calibrate.js';

/**
 * The half-planes of ground whose image under `groundToPixel` lies in the picture. Each side of
 * the picture is a line on the ground: with (X, Y, W) = H·(x, y, 1) and W > 0 in front of the
 * camera, the pixel X/W ≥ 0 exactly where X ≥ 0, and X/W ≤ width where width·W − X ≥ 0.
 */
const inPicture = (groundToPixel: Homography, { width, height }: PictureSize): HalfPlane[] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = groundToPixel;
  return [
    ({ x, y }) => g * x + h * y + i,
    ({ x, y }) => a * x + b * y + c,
    ({ x, y }) => d * x + e * y + f,
    ({ x, y }) => width * (g * x + h * y + i) - (a * x + b * y + c),
    ({ x, y }) => height * (g * x + h * y + i) - (d * x + e * y + f),
  ];
};

/**
 * The part of `ground` on which a person is seen from head to foot, metres. For measuring only:
 * parts of a concave polygon may be joined by edges that run there and back.
 */
export const visibleGround = (
  ground: Polygon,
  projection: Pick<Projection, 'groundToFoot' | 'groundToHead'>,
  size: PictureSize,
): Polygon =>
  [...inPicture(projection.groundToFoot, size), ...inPicture(projection.groundToHead, size)].reduce(
    clipToHalfPlane,
    ground,
  );
