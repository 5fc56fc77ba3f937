import { distance, meanPoint, type Point } from '../geometry/index.js';
import type { ImageSize } from './estimate-camera-position.js';
import { leastSquares } from './least-squares.js';
import { type Lens, type LensDistortion, makeLens } from './lens-distortion.js';

/** What straight edges in a picture tell of its lens. */
export interface LineStraightening {
  readonly distortion: LensDistortion;
  /** √(mean squared distance of the points from their lines) without and with it, pixels. */
  readonly bentPixels: number;
  readonly straightPixels: number;
}

export type LineStraighteningResult =
  | { readonly ok: true; readonly value: LineStraightening }
  | {
      readonly ok: false;
      readonly code: 'too-few-points' | 'not-telling';
      readonly message: string;
    };

/** Points beyond the two that any line meets, below which k1 is read from noise. */
const fewestSpare = 2;

/** Spare points from which k2 is looked for too. */
const enoughForTwo = 6;

/** Standard errors by which a coefficient must differ from 0 to be believed. */
const significance = 3;

/** Distances of points from their best line, × |first − last| in the picture / |first − last| there. */
const misses = (line: readonly Point[], lens: Lens): number[] => {
  const straight = line.flatMap((point) => lens.undistort(point) ?? []);
  const [first, last] = [straight[0], straight.at(-1)];
  const [from, to] = [line[0], line.at(-1)];
  if (straight.length < line.length || !first || !last || !from || !to) return line.map(() => 1e3);
  // Without this scale a lens that shrinks everything would straighten everything.
  const scale = distance(from, to) / Math.max(1e-9, distance(first, last));
  const centre = meanPoint(straight);
  const [xx, xy, yy] = straight.reduce(
    ([a, b, c], { x, y }) => [
      a + (x - centre.x) ** 2,
      b + (x - centre.x) * (y - centre.y),
      c + (y - centre.y) ** 2,
    ],
    [0, 0, 0] as readonly [number, number, number],
  );
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  return straight.map(({ x, y }) => scale * ((x - centre.x) * nx + (y - centre.y) * ny));
};

/**
 * k1 (and k2 where there are points enough and it is significant) of the lens that makes straight
 * what is straight: points along kerbs, tiles, façades, door frames. Each line wants three points
 * at least; long lines near the picture's border tell most.
 *
 * Source: D. C. Brown 1971, the plumb-line method.
 */
export const straightenLines = (
  lines: readonly (readonly Point[])[],
  imageSize: ImageSize,
): LineStraighteningResult => {
  const telling = lines.filter((line) => line.length >= 3);
  const points = telling.flat().length;
  const spare = points - 2 * telling.length;
  if (spare < fewestSpare) {
    const message = `The straight edges have ${spare} points more than two each: mark three or more along at least two long edges.`;
    return { ok: false, code: 'too-few-points', message };
  }
  const lensOf = ([k1 = 0, k2]: readonly number[]): Lens => makeLens({ k1, k2 }, imageSize);
  const residuals = (k: readonly number[]) => telling.flatMap((line) => misses(line, lensOf(k)));
  const rms = (cost: number): number => Math.sqrt(cost / points);
  const bent = residuals([0]).reduce((sum, miss) => sum + miss ** 2, 0);
  const one = leastSquares(residuals, [0]);
  const two = spare >= enoughForTwo ? leastSquares(residuals, [one.parameters[0] ?? 0, 0]) : one;
  const isTold = ({ cost, parameters, errors }: typeof one, index: number): boolean => {
    const noise = Math.max(0.2, Math.sqrt(cost / Math.max(1, spare - parameters.length)));
    const value = Math.abs(parameters[index] ?? 0);
    return value > significance * noise * (errors[index] ?? Number.POSITIVE_INFINITY);
  };
  const fit = two !== one && isTold(two, 1) ? two : one;
  if (fit === one && !isTold(one, 0)) {
    const message = `The edges are straight to ${rms(bent).toFixed(1)} px without a lens model: nothing to correct, or mark longer edges near the border.`;
    return { ok: false, code: 'not-telling', message };
  }
  const [k1 = 0, k2] = fit.parameters;
  const distortion = k2 === undefined ? { k1 } : { k1, k2 };
  return {
    ok: true,
    value: { distortion, bentPixels: rms(bent), straightPixels: rms(fit.cost) },
  };
};
