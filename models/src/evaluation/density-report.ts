import { type CountErrors, type Counted, countErrors } from './count-errors.js';
import { intervalCoverage, QUANTILES } from './interval-coverage.js';

/** One picture's count beside its marked heads. */
export interface JudgedPicture extends Counted {
  readonly file: string;
  readonly part: string;
  /** Standard deviation that the model states for its count; undefined where it states none. */
  readonly sigma: number | undefined;
}

export interface DensityReport {
  readonly model: string;
  readonly parameters: number;
  readonly parts: Readonly<Record<string, CountErrors>>;
  /** Share of pictures whose truth lies in the 80 % interval; null where the model states no error. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
}

const coverage = (pictures: readonly JudgedPicture[], quantile: number): number | null => {
  const uncertain = pictures.flatMap(({ sigma, ...counted }) =>
    sigma === undefined ? [] : [{ ...counted, sigma }],
  );
  return uncertain.length === pictures.length ? intervalCoverage(uncertain, quantile) : null;
};

/** Figures of a model over pictures, part by part in the order of their names; at least one picture. */
export const densityReport = (
  model: string,
  parameters: number,
  pictures: readonly JudgedPicture[],
): DensityReport => {
  const parts = [...new Set(pictures.map(({ part }) => part))].sort();
  return {
    model,
    parameters,
    parts: Object.fromEntries(
      parts.map((part) => [part, countErrors(pictures.filter((one) => one.part === part))]),
    ),
    coverage80: coverage(pictures, QUANTILES.eighty),
    coverage95: coverage(pictures, QUANTILES.ninetyFive),
  };
};
