import { type ExpectedError, expectedSquare, type Place } from './expected-error.js';

/** A count of one source on one piece of ground, and the truth. */
export interface ErrorSample {
  readonly place: Place;
  readonly counted: number;
  readonly truth: number;
  readonly squareMetres: number;
  /** How much it counts among the others. */
  readonly weight: number;
}

/** Factors that a constant is tried with, coarse to fine. */
const STEPS = [2, 1.4, 1.15, 1.05];

/** The most that an empty square may be trusted: a variance below this is not believed, persons². */
const LEAST_VARIANCE = 1e-3;

/** −2·log-likelihood of normal errors, up to a constant: Σ weight·(error²/V + ln V + 2·ln shown). */
const misfit = (
  samples: readonly ErrorSample[],
  expected: (place: Place) => ExpectedError,
): number =>
  samples.reduce((sum, { counted, place, squareMetres, truth, weight }) => {
    const error = expected(place);
    const variance = expectedSquare(error, truth, squareMetres) + LEAST_VARIANCE;
    const squared = (counted / error.shown - truth) ** 2;
    return sum + weight * (squared / variance + Math.log(variance * error.shown ** 2));
  }, 0);

/**
 * The constants under which the errors that were seen are likeliest: each in turn is multiplied
 * and divided by ever smaller factors for as long as that helps.
 *
 * @param fixed constants that stay as they are.
 */
export const fitErrors = <Errors extends { readonly [Name in keyof Errors]: number }>(
  start: Errors,
  fixed: readonly (keyof Errors)[],
  samples: readonly ErrorSample[],
  expected: (place: Place, errors: Errors) => ExpectedError,
): Errors => {
  const names = (Object.keys(start) as (keyof Errors)[]).filter((name) => !fixed.includes(name));
  const judge = (errors: Errors): number => misfit(samples, (place) => expected(place, errors));
  let best = { errors: start, misfit: judge(start) };
  for (const step of STEPS) {
    for (let improved = true; improved; ) {
      improved = false;
      for (const name of names) {
        for (const factor of [step, 1 / step]) {
          const errors = { ...best.errors, [name]: best.errors[name] * factor };
          const candidate = { errors, misfit: judge(errors) };
          if (candidate.misfit < best.misfit - 1e-6) {
            best = candidate;
            improved = true;
          }
        }
      }
    }
  }
  return best.errors;
};
