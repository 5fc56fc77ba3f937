import { distance } from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';
import { type GroundSolution, solveGround } from '../stages/solve-ground.js';
import { pixelOfPlace, placeOfPixel } from './ground-picture.js';

/** What the other pairs say of one. */
export interface UnseenPair {
  /** Metres between its marked place and where the others find its pixel; null beyond their horizon. */
  readonly metres: number;
  /** √(mean squared error) of the others without it, pixels. */
  readonly othersPixels: number;
}

/** √(mean squared distance of the pairs in the picture), pixels. */
export const rmsPixelsOf = (calibration: Calibration, solution: GroundSolution): number => {
  const misses = calibration.pairs.map(({ pixel: [x, y], ground }) => {
    const seen = pixelOfPlace(solution, { x: ground[0], y: ground[1] });
    return seen === undefined ? 1e4 : distance(seen, { x, y });
  });
  const sum = misses.reduce((total, miss) => total + miss ** 2, 0);
  return Math.sqrt(sum / Math.max(1, misses.length));
};

/** Each pair as the others see it; undefined where they do not make a ground. */
export const leaveOneOut = (calibration: Calibration): (UnseenPair | undefined)[] =>
  calibration.pairs.map(({ ground, pixel: [x, y] }, index) => {
    const others = { ...calibration, pairs: calibration.pairs.toSpliced(index, 1) };
    const solved = solveGround(others);
    if (!solved.ok) return undefined;
    const found = placeOfPixel(solved.value, { x, y });
    const place = { x: ground[0], y: ground[1] };
    return {
      metres: found === undefined ? Number.POSITIVE_INFINITY : distance(found, place),
      othersPixels: rmsPixelsOf(others, solved.value),
    };
  });

/** With five pairs any four agree exactly, whichever one is wrong: six are needed to name one. */
const FEWEST = 6;

/** A careful hand clicks to this many pixels, or to this share of a wide picture. */
const toleratedPixels = ({ imageSize: [width] }: Calibration): number => Math.max(2, width / 500);

/** The others must agree this many times better without the one that is off. */
const CLEARLY_BETTER = 3;

/** The others must agree better without it than without any other pair, by this factor. */
const SINGLED_OUT = 2;

/**
 * The pair that is off, if the rest says so beyond doubt: all together fit badly, without this one
 * they agree, and without no other do they.
 */
export const suspectPair = (
  calibration: Calibration,
  rmsPixels: number,
  unseen: readonly (UnseenPair | undefined)[],
): number | undefined => {
  if (calibration.pairs.length < FEWEST || rmsPixels <= toleratedPixels(calibration)) {
    return undefined;
  }
  const ranked = unseen
    .flatMap((pair, index) => (pair === undefined ? [] : [{ index, rest: pair.othersPixels }]))
    .toSorted((a, b) => a.rest - b.rest);
  const [best, second] = ranked;
  if (best === undefined || second === undefined) return undefined;
  const isAlone = best.rest * CLEARLY_BETTER < rmsPixels && best.rest * SINGLED_OUT < second.rest;
  return isAlone ? best.index : undefined;
};
