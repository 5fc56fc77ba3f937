import { distance, groundErrorPerPixel, type Point } from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';
import { type GroundSolution, methodOf, solveGround } from '../stages/solve-ground.js';
import { pixelOfPlace, placeOfPixel } from './ground-picture.js';

type Pixel = readonly [number, number];

/** Pixels by which each mark is moved to see what depends on it. */
const NUDGE = 0.5;

const nudges: readonly Pixel[] = [
  [NUDGE, 0],
  [0, NUDGE],
];

const moved = ([x, y]: Pixel, [dx, dy]: Pixel): [number, number] => [
  Math.max(0, x + dx),
  Math.max(0, y + dy),
];

/** The calibration with one pixel of one mark nudged: one entry per mark and direction. */
const nudged = (calibration: Calibration): Calibration[] => {
  const { lengths = [], pairs, standing = [] } = calibration;
  const each = <Mark>(
    marks: readonly Mark[],
    change: (mark: Mark, by: Pixel) => Mark,
    put: (marks: Mark[]) => Partial<Calibration>,
  ): Calibration[] =>
    marks.flatMap((mark, index) =>
      nudges.map((by) => ({ ...calibration, ...put(marks.with(index, change(mark, by))) })),
    );
  return [
    ...each(
      pairs,
      (pair, by) => ({ ...pair, pixel: moved(pair.pixel, by) }),
      (marks) => ({ pairs: marks }),
    ),
    ...each(
      lengths,
      (length, by) => ({ ...length, from: moved(length.from, by) }),
      (marks) => ({ lengths: marks }),
    ),
    ...each(
      lengths,
      (length, by) => ({ ...length, to: moved(length.to, by) }),
      (marks) => ({ lengths: marks }),
    ),
    ...each(
      standing,
      (upright, by) => ({ ...upright, foot: moved(upright.foot, by) }),
      (marks) => ({ standing: marks }),
    ),
    ...each(
      standing,
      (upright, by) => ({ ...upright, head: moved(upright.head, by) }),
      (marks) => ({ standing: marks }),
    ),
  ];
};

/**
 * One standard deviation of a click, pixels: 1 for a careful hand, more where the residuals of
 * enough pairs show it: √(Σ squared distances / (2n − 8)).
 */
export const clickError = (calibration: Calibration, rmsPixels: number): number => {
  const { length: pairs } = calibration.pairs;
  const freedom = 2 * pairs - 8;
  if (methodOf(calibration) !== 'pairs' || freedom < 4) return Math.max(1, rmsPixels);
  return Math.max(1, rmsPixels * Math.sqrt(pairs / freedom));
};

/**
 * The expected error of places on the ground, metres: one standard deviation of where a foot is
 * found, from the clicking errors of all marks, carried through the very solver
 * (σ² = Σ (click · ∂place/∂mark)²), and one more click for the foot itself, which moves it by
 * (d² + h²)/(h·f) per pixel along the line of sight.
 */
export const errorModel = (
  calibration: Calibration,
  solution: GroundSolution,
  click: number,
): ((place: Point) => number) => {
  const variants = nudged(calibration).flatMap((variant) => {
    const solved = solveGround(variant, solution.pinhole);
    return solved.ok ? [solved.value] : [];
  });
  const { camera, focalPixels } = solution;
  return (place) => {
    const pixel = pixelOfPlace(solution, place);
    if (pixel === undefined) return Number.POSITIVE_INFINITY;
    const foot =
      focalPixels === undefined
        ? 0
        : click * groundErrorPerPixel(distance(place, camera), camera.z, focalPixels).radial;
    const shifts = variants.map((variant) => {
      const there = placeOfPixel(variant, pixel);
      return there === undefined
        ? Number.POSITIVE_INFINITY
        : (click * distance(there, place)) / NUDGE;
    });
    return Math.hypot(foot, ...shifts);
  };
};
