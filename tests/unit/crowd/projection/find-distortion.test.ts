import {
  distance,
  distortionFromPairs,
  type LensDistortion,
  makeLens,
  type Point,
  type PointPair,
  straightenLines,
} from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { clicker } from '../support/noise.js';
import { imageSize, marks, type SyntheticCamera } from '../support/synthetic-camera.js';

const camera: SyntheticCamera = {
  position: { x: 3, y: -4, z: 6 },
  pan: 1.1,
  tilt: 0.6,
  focalPixels: 1_100,
};

const bent = (distortion: LensDistortion, pixel: Point): Point => {
  const seen = makeLens(distortion, imageSize).distort(pixel);
  if (seen === undefined) throw new Error(`${pixel.x}, ${pixel.y} is outside the lens`);
  return seen;
};

/** Seven points along a straight edge of space, as the lens shows them and a hand clicks them. */
const edge = (distortion: LensDistortion, from: Point, to: Point, click: (p: Point) => Point) =>
  Array.from({ length: 7 }, (_, index) => {
    const t = index / 6;
    const ideal = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    return click(bent(distortion, ideal));
  });

const edges = (distortion: LensDistortion, click: (p: Point) => Point) => [
  edge(distortion, { x: 60, y: 120 }, { x: 1_860, y: 90 }, click),
  edge(distortion, { x: 80, y: 1_000 }, { x: 1_800, y: 1_030 }, click),
  edge(distortion, { x: 120, y: 80 }, { x: 200, y: 1_040 }, click),
];

/** How far apart two lenses are at worst, on the border of the picture, pixels. */
const apart = (a: LensDistortion, b: LensDistortion): number =>
  Math.max(
    ...[0, 480, 960, 1_440, 1_920].flatMap((x) =>
      [0, 540, 1_080].map((y) => distance(bent(a, { x, y }), bent(b, { x, y }))),
    ),
  );

const pixels: Point[] = [
  { x: 120, y: 520 },
  { x: 700, y: 480 },
  { x: 1_750, y: 530 },
  { x: 1_850, y: 1_000 },
  { x: 1_000, y: 1_030 },
  { x: 90, y: 1_020 },
  { x: 480, y: 760 },
  { x: 1_400, y: 740 },
];

const pairsThrough = (distortion: LensDistortion, click: (p: Point) => Point): PointPair[] =>
  marks(camera, pixels).map(({ pixel, ground }) => ({
    pixel: click(bent(distortion, pixel)),
    ground,
  }));

describe('[U] a lens found from straight edges', () => {
  it('k1 to within two pixels at the border, from edges clicked to a pixel', () => {
    const truth = { k1: -0.11 };
    const found = straightenLines(edges(truth, clicker(7, 1)), imageSize);
    if (!found.ok) throw new Error(found.message);
    expect(apart(found.value.distortion, truth)).toBeLessThan(4);
    expect(found.value.straightPixels).toBeLessThan(1.2);
    expect(found.value.bentPixels).toBeGreaterThan(5);
  });

  it('k2 as well where a wide lens needs it', () => {
    const truth = { k1: -0.22, k2: 0.06 };
    const found = straightenLines(edges(truth, clicker(3, 0.5)), imageSize);
    if (!found.ok) throw new Error(found.message);
    expect(found.value.distortion.k2).toBeGreaterThan(0);
    expect(found.value.straightPixels).toBeLessThan(0.8);
  });

  it('says that there is nothing to correct where the edges are straight', () => {
    const found = straightenLines(edges({ k1: 0 }, clicker(5, 1)), imageSize);
    expect(found).toMatchObject({ ok: false, code: 'not-telling' });
  });

  it('wants more than two points on an edge', () => {
    const two = [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
    ];
    expect(straightenLines([two, two], imageSize)).toMatchObject({ code: 'too-few-points' });
  });
});

describe('[U] a lens found from calibration pairs', () => {
  it('is found where it bends the marks, and predicts those it has not seen', () => {
    const truth = { k1: -0.1 };
    const found = distortionFromPairs(pairsThrough(truth, clicker(2, 0.7)), imageSize);
    if (!found.ok) throw new Error(found.message);
    expect(found.value.distortion.k1).toBeCloseTo(truth.k1, 1);
    expect(found.value.lensPixels).toBeLessThan(0.5 * found.value.pinholePixels);
  });

  it('is not made up from clicking errors: at most one hand in twenty', () => {
    const tries = Array.from({ length: 40 }, (_, seed) =>
      distortionFromPairs(pairsThrough({ k1: 0 }, clicker(seed + 1, 1.5)), imageSize),
    );
    expect(tries.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2);
  });

  it('wants six pairs', () => {
    const few = pairsThrough({ k1: -0.1 }, (pixel) => pixel).slice(0, 5);
    expect(distortionFromPairs(few, imageSize)).toMatchObject({ code: 'too-few-pairs' });
  });
});
