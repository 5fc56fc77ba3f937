import {
  applyHomography,
  type BoundingBox,
  boundingBox,
  clipToHalfPlane,
  type HalfPlane,
  type Homography,
  intersection,
  invertHomography,
  noLens,
  type Point,
  type Polygon,
  projectPolygon,
} from '@throng/crowd';
import type { PictureSize } from '@throng/inference';
import type { Projection } from './calibrate.js';

/**
 * The half-planes of ground whose image under `groundToPixel` lies in the box. Each side of the
 * box is a line on the ground: with (X, Y, W) = H·(x, y, 1) and W > 0 in front of the camera, the
 * pixel X/W ≥ minX exactly where X − minX·W ≥ 0, and X/W ≤ maxX where maxX·W − X ≥ 0.
 */
const inBox = (groundToPixel: Homography, { minX, minY, maxX, maxY }: BoundingBox): HalfPlane[] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = groundToPixel;
  const w = ({ x, y }: Point): number => g * x + h * y + i;
  return [
    w,
    (at) => a * at.x + b * at.y + c - minX * w(at),
    (at) => d * at.x + e * at.y + f - minY * w(at),
    (at) => maxX * w(at) - (a * at.x + b * at.y + c),
    (at) => maxY * w(at) - (d * at.x + e * at.y + f),
  ];
};

/** Points along each side of a picture: between them a lens bends a side by less than a pixel. */
const STEPS = 48;

/** The border of a picture, as the straight picture has it. */
const straightBorder = ({ lens }: Pick<Projection, 'lens'>, size: PictureSize): Polygon => {
  const { width, height } = size;
  const corners: Point[] = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    return Array.from({ length: STEPS }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / STEPS,
      y: from.y + ((to.y - from.y) * step) / STEPS,
    })).flatMap((pixel) => lens.undistort(pixel) ?? []);
  });
};

/** Several rings as one, joined by edges that run there and back, like those of `clipToHalfPlane`. */
const joined = ([first = [], ...others]: readonly Polygon[]): Polygon => [
  ...first,
  ...others.flatMap((other) => [...first.slice(0, 1), ...other, ...other.slice(0, 1)]),
];

/** The part of `ground` that the picture with this border shows. */
const within = (ground: Polygon, groundToPixel: Homography, border: Polygon): Polygon => {
  const near = inBox(groundToPixel, boundingBox(border)).reduce(clipToHalfPlane, ground);
  const seen = near.length < 3 ? undefined : projectPolygon(groundToPixel, near);
  if (seen === undefined) return [];
  const pixelToGround = invertHomography(groundToPixel);
  return joined(
    intersection(seen, border).map((part) =>
      part.flatMap((pixel) => applyHomography(pixelToGround, pixel) ?? []),
    ),
  );
};

/**
 * The part of `ground` on which a person is seen from head to foot, metres. For measuring only:
 * parts of a concave polygon may be joined by edges that run there and back.
 *
 * Behind a lens the picture's sides are no straight lines on the ground; its border is then
 * followed in short steps.
 */
export const visibleGround = (
  ground: Polygon,
  projection: Pick<Projection, 'groundToFoot' | 'groundToHead' | 'lens'>,
  size: PictureSize,
): Polygon => {
  const { groundToFoot, groundToHead, lens } = projection;
  if (lens === noLens) {
    const box = { minX: 0, minY: 0, maxX: size.width, maxY: size.height };
    return [groundToFoot, groundToHead]
      .flatMap((h) => inBox(h, box))
      .reduce(clipToHalfPlane, ground);
  }
  const border = straightBorder(projection, size);
  return [groundToFoot, groundToHead].reduce((part, h) => within(part, h, border), ground);
};
