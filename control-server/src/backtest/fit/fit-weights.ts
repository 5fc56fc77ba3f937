import { rowOf, solveInPlace } from '../../forecast/solve-linear.js';
import type { Lessons } from './lessons.js';

/** Rounds of reweighting; by the eighth nothing moves in the third decimal. */
const ROUNDS = 8;

/** Errors below this are weighed as squares, persons/m²: a weight of 1/0 would let one lesson rule. */
const LEAST_ERROR = 0.05;

/** Ridge towards no weight at all, (persons/m²)². */
const RIDGE = 1;

/**
 * Weights w that make Σ |y − w·x| least, by iteratively reweighted least squares: each round solves
 * Σ xxᵀ/|e| · w = Σ xy/|e| with the errors e of the round before (the first round: least squares).
 *
 * @param width clues of a lesson.
 */
export const fitWeights = ({ clues, changes }: Lessons, width: number): number[] => {
  let weights = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round += 1) {
    const half = new Float64Array(rowOf(width));
    const moment = new Float64Array(width);
    for (let row = 0; row < width; row += 1) half[rowOf(row) + row] = RIDGE;
    for (let lesson = 0; lesson < changes.length; lesson += 1) {
      const at = lesson * width;
      const change = changes[lesson] ?? 0;
      let error = change;
      for (let clue = 0; clue < width; clue += 1) {
        error -= (weights[clue] ?? 0) * (clues[at + clue] ?? 0);
      }
      const trust = round === 0 ? 1 : 1 / Math.max(LEAST_ERROR, Math.abs(error));
      let index = 0;
      for (let row = 0; row < width; row += 1) {
        const said = trust * (clues[at + row] ?? 0);
        moment[row] = (moment[row] ?? 0) + said * change;
        for (let column = 0; column <= row; column += 1) {
          half[index] = (half[index] ?? 0) + said * (clues[at + column] ?? 0);
          index += 1;
        }
      }
    }
    if (!solveInPlace(half, moment, width)) break;
    weights = moment;
  }
  return [...weights];
};
