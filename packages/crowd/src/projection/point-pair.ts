import { distance, isFinitePoint, isFlat, type Point } from '../geometry/index.js';

/** One calibration mark: where it is in the image (pixels) and on the ground (metres). */
export interface PointPair {
  readonly pixel: Point;
  readonly ground: Point;
}

/** Why a set of pairs gives no homography. */
export interface HomographyFailure {
  readonly ok: false;
  readonly code:
    | 'too-few-pairs'
    | 'collinear-points'
    | 'duplicate-points'
    | 'not-finite'
    | 'ill-conditioned';
  /** What is wrong, where, and the remedy. */
  readonly message: string;
}

/** Fewer than four pairs leave the eight unknowns of a homography open. */
export const fewestPairs = 4;

/** Points within this share of their extent of one line cannot be told from points on it. */
const flatness = 1e-3;

/** Points closer than this share of their extent are the same point. */
const sameness = 1e-9;

const fail = (code: HomographyFailure['code'], message: string): HomographyFailure => ({
  ok: false,
  code,
  message,
});

/** Four points of which no three lie on a line exist unless all but one lie on a line. */
const allButOneFlat = (points: readonly Point[]): boolean =>
  points.some((_, left) => isFlat(points.toSpliced(left, 1), flatness));

/** Positions of the first two points that coincide. */
const coincidence = (points: readonly Point[]): readonly [number, number] | undefined => {
  const [first] = points;
  if (first === undefined) return undefined;
  const extent = Math.max(...points.map((point) => distance(first, point)));
  for (const [i, a] of points.entries()) {
    const j = points.findIndex((b, at) => at > i && distance(a, b) <= sameness * extent);
    if (j >= 0) return [i, j];
  }
  return undefined;
};

/** The first reason why these pairs give no homography; pairs are numbered from 1 in messages. */
export const pairsFault = (pairs: readonly PointPair[]): HomographyFailure | undefined => {
  const bad = pairs.findIndex(
    ({ pixel, ground }) => !isFinitePoint(pixel) || !isFinitePoint(ground),
  );
  if (bad >= 0) {
    return fail(
      'not-finite',
      `Pair ${bad + 1} has a coordinate that is no finite number: mark it again.`,
    );
  }
  if (pairs.length < fewestPairs) {
    return fail('too-few-pairs', `There are ${pairs.length} pairs: mark at least ${fewestPairs}.`);
  }
  for (const [side, name] of [
    ['pixel', 'in the image'],
    ['ground', 'on the ground'],
  ] as const) {
    const points = pairs.map((pair) => pair[side]);
    const same = coincidence(points);
    if (same !== undefined) {
      const message = `Pairs ${same[0] + 1} and ${same[1] + 1} are the same point ${name}: remove or move one.`;
      return fail('duplicate-points', message);
    }
    if (allButOneFlat(points)) {
      const message = `All points but at most one lie on a line ${name}: mark points that span an area.`;
      return fail('collinear-points', message);
    }
  }
  return undefined;
};
