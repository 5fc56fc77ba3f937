/** One frame's count against the truth. */
export interface FrameCount {
  readonly counted: number;
  /** Standard deviation that was stated of `counted`. */
  readonly sigma: number;
  readonly truth: number;
  /** Ground that was counted, m². */
  readonly squareMetres: number;
}

export interface CountScore {
  readonly frames: number;
  /** Mean |counted − true| persons in view. */
  readonly countMae: number;
  /** Mean (counted − true); positive where too many are counted. */
  readonly countBias: number;
  readonly meanTrueCount: number;
  /** Share of frames whose truth lies within counted ± 1.2816·σ, the interval that holds 80 %. */
  readonly coverage80: number;
  /** What σ would have to be multiplied by for that share to be 80 %; 0 for no frames. */
  readonly sigmaScale: number;
}

/** Standard deviations on either side of the mean that hold 80 % of a normal distribution. */
const EIGHTY_PERCENT = 1.2816;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const quantile80 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(0.8 * values.length) - 1] ?? 0;

export const scoreCounts = (counts: readonly FrameCount[]): CountScore => ({
  frames: counts.length,
  countMae: mean(counts.map(({ counted, truth }) => Math.abs(counted - truth))),
  countBias: mean(counts.map(({ counted, truth }) => counted - truth)),
  meanTrueCount: mean(counts.map(({ truth }) => truth)),
  coverage80: mean(
    counts.map(({ counted, sigma, truth }) =>
      Math.abs(counted - truth) <= EIGHTY_PERCENT * sigma ? 1 : 0,
    ),
  ),
  sigmaScale: quantile80(
    counts.map(({ counted, sigma, truth }) => Math.abs(counted - truth) / (EIGHTY_PERCENT * sigma)),
  ),
});
