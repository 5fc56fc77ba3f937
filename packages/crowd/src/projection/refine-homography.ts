import { Matrix, solve } from 'ml-matrix';
import type { Correspondence } from './direct-linear-transform.js';
import { applyHomography, type Homography } from './homography.js';

const mostRounds = 30;

/** The whole step first, then ever shorter ones. */
const stepLengths = [1, 0.5, 0.25, 0.125, 0.0625];

/** A smaller relative gain is rounding, not progress. */
const leastGain = 1e-12;

/** Σ |H·from − to|²; infinite when a point falls behind the horizon. */
const squaredError = (h: Homography, correspondences: readonly Correspondence[]): number =>
  correspondences.reduce((sum, { from, to }) => {
    const image = applyHomography(h, from);
    if (image === undefined) return Number.POSITIVE_INFINITY;
    return sum + (image.x - to.x) ** 2 + (image.y - to.y) ** 2;
  }, 0);

/**
 * The Gauss–Newton step: least squares of J·δ = −r, with one more row h·δ = 0 because a
 * homography's scale is free.
 */
const gaussNewtonStep = (h: Homography, correspondences: readonly Correspondence[]): number[] => {
  const jacobian: number[][] = [[...h]];
  const errors: number[] = [0];
  for (const { from, to } of correspondences) {
    const image = applyHomography(h, from) ?? to;
    const w = (h[6] ?? 0) * from.x + (h[7] ?? 0) * from.y + (h[8] ?? 0);
    const p = [from.x / w, from.y / w, 1 / w];
    jacobian.push([...p, 0, 0, 0, ...p.map((entry) => -image.x * entry)]);
    jacobian.push([0, 0, 0, ...p, ...p.map((entry) => -image.y * entry)]);
    errors.push(to.x - image.x, to.y - image.y);
  }
  return solve(new Matrix(jacobian), Matrix.columnVector(errors), true).to1DArray();
};

/**
 * Improves a homography until Σ |H·from − to|² stops falling (Gauss–Newton, steps halved until
 * they help). The linear fit weighs points by their depth; this weighs each by its distance in
 * the target plane alone, which is the most likely fit for marks clicked with equal care.
 *
 * Expects normalised points, all in front of the horizon. Never returns a worse fit.
 */
export const refineHomography = (
  start: Homography,
  correspondences: readonly Correspondence[],
): Homography => {
  let best = start;
  let error = squaredError(best, correspondences);
  for (let round = 0; round < mostRounds; round += 1) {
    const step = gaussNewtonStep(best, correspondences);
    const better = stepLengths
      .map((length) => best.map((entry, index) => entry + length * (step[index] ?? 0)))
      .find((candidate) => squaredError(candidate, correspondences) < error);
    if (better === undefined) return best;
    const previous = error;
    best = better;
    error = squaredError(best, correspondences);
    if (error > (1 - leastGain) * previous) return best;
  }
  return best;
};
