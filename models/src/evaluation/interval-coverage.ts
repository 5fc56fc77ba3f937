import type { Counted } from './count-errors.js';

/** A count with its standard deviation σ, persons. */
export interface UncertainCount extends Counted {
  readonly sigma: number;
}

/** Half the width of a central interval of the normal distribution, in σ. */
export const QUANTILES = { eighty: 1.2815515655446004, ninetyFive: 1.959963984540054 } as const;

/**
 * Share of pictures whose truth lies in estimate ± `quantile`·σ, 0 to 1. A calibrated model has 0.8
 * and 0.95 with the two `QUANTILES`; less means that it is surer than it may be.
 */
export const intervalCoverage = (pictures: readonly UncertainCount[], quantile: number): number => {
  if (pictures.length === 0) throw new RangeError('no pictures, no coverage');
  const inside = pictures.filter(
    ({ truth, estimate, sigma }) => Math.abs(truth - estimate) <= quantile * sigma,
  );
  return inside.length / pictures.length;
};
