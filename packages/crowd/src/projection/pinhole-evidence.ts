import { distance, type Point } from '../geometry/index.js';
import type { ImageSize } from './estimate-camera-position.js';
import { applyHomography, type Homography } from './homography.js';
import { groundUnder, type Pinhole, pixelOver } from './pinhole.js';
import type { PointPair } from './point-pair.js';

/** Two pixels of the ground, and how far apart they are there. */
export interface GroundLength {
  readonly from: Point;
  readonly to: Point;
  readonly metres: number;
}

/** Somebody or something upright of known height: the pixels of its foot and its top. */
export interface StandingHeight {
  readonly foot: Point;
  readonly head: Point;
  readonly metres: number;
}

/** What was measured where no floor plan tells four points. All pixels without lens distortion. */
export interface PinholeEvidence {
  readonly imageSize: ImageSize;
  readonly lengths: readonly GroundLength[];
  readonly standing: readonly StandingHeight[];
  /** Where the result lies on the plan: two marks or more, which also give their distances. */
  readonly anchors: readonly PointPair[];
  /** Height of the lens above the ground, metres, where it was measured. */
  readonly cameraHeight?: number | undefined;
  /** Focal length, pixels, where it is known. */
  readonly focalPixels?: number | undefined;
}

/** Pixels by which a careful click misses; a head is seen less sharply than a mark. */
const [clickError, headError] = [1, 2];

/** Metres by which a tape measure misses. */
const tapeError = 0.01;

/** Standard deviation of the roll of a camera that was hung by a spirit level, radians. */
const rollError = (2 * Math.PI) / 180;

/** A residual for what the camera cannot have seen. */
const impossible = 1e3;

const shifted = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });

/** Ground distance of two pixels; undefined above the horizon. */
export const spanOf = (h: Homography, from: Point, to: Point): number | undefined => {
  const [a, b] = [applyHomography(h, from), applyHomography(h, to)];
  return a && b && distance(a, b);
};

/** How far off a length may be when each of its ends is a click off: √(tape² + Σ(click·∂L/∂pixel)²). */
const spanError = (h: Homography, from: Point, to: Point, span: number): number => {
  const step = 0.5;
  const slopes = [
    spanOf(h, shifted(from, step, 0), to),
    spanOf(h, shifted(from, 0, step), to),
    spanOf(h, from, shifted(to, step, 0)),
    spanOf(h, from, shifted(to, 0, step)),
  ].map((there) => (there === undefined ? impossible : (there - span) / step));
  return Math.hypot(tapeError, ...slopes.map((slope) => clickError * slope));
};

/** The anchors' distances on the plan, as lengths between their pixels. */
export const anchorLengths = (anchors: readonly PointPair[]): GroundLength[] =>
  anchors.flatMap((a, index) =>
    anchors.slice(index + 1).map((b) => ({
      from: a.pixel,
      to: b.pixel,
      metres: distance(a.ground, b.ground),
    })),
  );

/** The unknowns that were not measured, in the order tilt, roll, then focal length and height as logarithms. */
export const unpack = (p: readonly number[], evidence: PinholeEvidence): Pinhole => {
  const [tilt = 0, roll = 0, ...rest] = p;
  const open = [...rest];
  const focalPixels = evidence.focalPixels ?? Math.exp(open.shift() ?? 0);
  return { tilt, roll, focalPixels, height: evidence.cameraHeight ?? Math.exp(open.shift() ?? 0) };
};

/** The same the other way round. */
export const pack = (pinhole: Pinhole, evidence: PinholeEvidence): number[] => [
  pinhole.tilt,
  pinhole.roll,
  ...(evidence.focalPixels === undefined ? [Math.log(pinhole.focalPixels)] : []),
  ...(evidence.cameraHeight === undefined ? [Math.log(pinhole.height)] : []),
];

/** Height of what stands on `foot` and ends in `head`: where the ray of the head passes nearest above it. */
export const heightSeen = (
  pinhole: Pinhole,
  imageSize: ImageSize,
  { foot, head }: StandingHeight,
): number | undefined => {
  const h = groundUnder(pinhole, imageSize);
  const at = applyHomography(h, foot);
  if (at === undefined) return undefined;
  let [low, high] = [0, pinhole.height * 0.999];
  const missed = (z: number): number => {
    const seen = pixelOver(pinhole, imageSize, at, z);
    return seen === undefined ? Number.POSITIVE_INFINITY : distance(seen, head);
  };
  for (let round = 0; round < 60; round += 1) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (missed(a) < missed(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
};

export const residualsOf =
  (evidence: PinholeEvidence, lengths: readonly GroundLength[]) =>
  (p: readonly number[]): number[] => {
    const pinhole = unpack(p, evidence);
    const { imageSize } = evidence;
    const h = groundUnder(pinhole, imageSize);
    const spans = lengths.map(({ from, to, metres }) => {
      const span = spanOf(h, from, to);
      return span === undefined
        ? impossible
        : (span - metres) / spanError(h, from, to, Math.max(span, 1e-6));
    });
    const heads = evidence.standing.flatMap(({ foot, head, metres }) => {
      const at = applyHomography(h, foot);
      const seen = at && pixelOver(pinhole, imageSize, at, metres);
      const error = Math.hypot(clickError, headError);
      return seen === undefined
        ? [impossible, impossible]
        : [(seen.x - head.x) / error, (seen.y - head.y) / error];
    });
    return [...spans, ...heads, pinhole.roll / rollError];
  };
