import { fitGain, groupCounts } from './fit-correction.js';
import type { HandCount } from './hand-count.js';

/** How counts compare with what a hand counted, persons. */
export interface CountErrors {
  readonly bias: number;
  readonly mae: number;
}

export interface FitReport {
  readonly counts: number;
  /** Moments at least ten minutes apart: counts nearer to each other say it once. */
  readonly moments: number;
  readonly factor: number;
  readonly relative: number;
  /** Further moments until the factor is known to ± 5 %. */
  readonly more: number;
  readonly before: CountErrors;
  /** Each moment judged by a factor from all others; undefined for fewer than two. */
  readonly after: CountErrors | undefined;
}

const errorsOf = (pairs: readonly (readonly [hand: number, machine: number])[]): CountErrors => {
  const errors = pairs.map(([hand, machine]) => machine - hand);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { bias: mean(errors), mae: mean(errors.map(Math.abs)) };
};

/** What the hand counts of one camera make of it, before and after. */
export const reportFit = (counts: readonly HandCount[]): FitReport => {
  const groups = groupCounts(counts);
  const corrected = groups.flatMap((group) => {
    const { factor } = fitGain(groups.filter((other) => other !== group));
    return group.counts.map(({ count, measured }) => [count, measured * factor] as const);
  });
  return {
    counts: counts.length,
    moments: groups.length,
    ...fitGain(groups),
    before: errorsOf(counts.map(({ count, measured }) => [count, measured] as const)),
    after: groups.length < 2 ? undefined : errorsOf(corrected),
  };
};
