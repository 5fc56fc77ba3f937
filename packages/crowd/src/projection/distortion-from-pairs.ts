import { distance } from '../geometry/index.js';
import type { ImageSize } from './estimate-camera-position.js';
import { estimateHomography } from './estimate-homography.js';
import { applyHomography } from './homography.js';
import { type LensDistortion, makeLens } from './lens-distortion.js';
import type { PointPair } from './point-pair.js';

/** k1 found together with the homography, and how much better it predicts marks it has not seen. */
export interface PairDistortion {
  readonly distortion: LensDistortion;
  /** √(mean squared leave-one-out error) without and with the lens, pixels. */
  readonly pinholePixels: number;
  readonly lensPixels: number;
}

export type PairDistortionResult =
  | { readonly ok: true; readonly value: PairDistortion }
  | {
      readonly ok: false;
      readonly code: 'too-few-pairs' | 'not-telling';
      readonly message: string;
    };

/** Eight unknowns of the homography, one of the lens, and a pair left out: six pairs or more. */
const fewestForLens = 6;

/** Strongest lens of one coefficient that still shows the whole picture, in half diagonals. */
const [strongestBarrel, strongestPincushion] = [-0.14, 0.4];

/** A lens must take this share of the error of unseen marks away. */
const leastGain = 0.25;

const golden = (Math.sqrt(5) - 1) / 2;

/** Where a function of one valley is least in [low, high]. */
const leastAt = (cost: (x: number) => number, low: number, high: number): number => {
  let [a, b] = [low, high];
  let [x1, x2] = [b - golden * (b - a), a + golden * (b - a)];
  let [f1, f2] = [cost(x1), cost(x2)];
  while (b - a > 1e-4) {
    if (f1 < f2) {
      [b, x2, f2] = [x2, x1, f1];
      x1 = b - golden * (b - a);
      f1 = cost(x1);
    } else {
      [a, x1, f1] = [x1, x2, f2];
      x2 = a + golden * (b - a);
      f2 = cost(x2);
    }
  }
  return (a + b) / 2;
};

/** Distances in the picture between `asked` and where a fit to `known` sees them, pixels. */
const misses = (
  known: readonly PointPair[],
  asked: readonly PointPair[],
  k1: number,
  imageSize: ImageSize,
): number[] => {
  const lens = makeLens({ k1 }, imageSize);
  const straight = known.flatMap(({ pixel, ground }) => {
    const ideal = lens.undistort(pixel);
    return ideal === undefined ? [] : [{ pixel: ideal, ground }];
  });
  const fit = estimateHomography(straight);
  if (!fit.ok || straight.length < known.length) return asked.map(() => 1e3);
  return asked.map(({ pixel, ground }) => {
    const ideal = applyHomography(fit.value.groundToPixel, ground);
    const seen = ideal && lens.distort(ideal);
    return seen === undefined ? 1e3 : distance(seen, pixel);
  });
};

const squares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value ** 2, 0);

/** Student's t for 99 %, both sides, above its true value by at most 3 %. */
const studentT = (freedom: number): number => 2.576 + 4.9 / freedom + 14.7 / freedom ** 2;

/**
 * k1 of the lens from calibration marks alone, believed only when it is significant at 99 % and
 * predicts each mark from the others better by a quarter: a coefficient that merely soaks up
 * clicking errors does neither. A wrong mark looks like a lens to nobody but the least squares, so
 * straight edges (`straightenLines`) are the better witness.
 */
export const distortionFromPairs = (
  pairs: readonly PointPair[],
  imageSize: ImageSize,
): PairDistortionResult => {
  if (pairs.length < fewestForLens) {
    const message = `There are ${pairs.length} pairs: the lens shows in ${fewestForLens} or more, or mark straight edges.`;
    return { ok: false, code: 'too-few-pairs', message };
  }
  const fitted = (known: readonly PointPair[]): number =>
    leastAt(
      (k1) => squares(misses(known, known, k1, imageSize)),
      strongestBarrel,
      strongestPincushion,
    );
  const unseen = (lens: boolean): number =>
    squares(
      pairs.flatMap((pair, index) => {
        const others = pairs.toSpliced(index, 1);
        return misses(others, [pair], lens ? fitted(others) : 0, imageSize);
      }),
    );
  const k1 = fitted(pairs);
  const [without, within] = [0, k1].map((k) => squares(misses(pairs, pairs, k, imageSize)));
  const freedom = 2 * pairs.length - 9;
  const gain = (without ?? 0) - (within ?? 0);
  const isSignificant = gain > studentT(freedom) ** 2 * ((within ?? 0) / freedom);
  const pixels = (sum: number): number => Math.sqrt(sum / pairs.length);
  const refusal = `The pairs fit to ${pixels(without ?? 0).toFixed(1)} px without a lens model, and one does not predict them better: leave it out, or mark straight edges.`;
  if (!isSignificant) return { ok: false, code: 'not-telling', message: refusal };
  const [pinhole, lens] = [unseen(false), unseen(true)];
  if (!(lens < (1 - leastGain) * pinhole)) {
    return { ok: false, code: 'not-telling', message: refusal };
  }
  return {
    ok: true,
    value: { distortion: { k1 }, pinholePixels: pixels(pinhole), lensPixels: pixels(lens) },
  };
};
