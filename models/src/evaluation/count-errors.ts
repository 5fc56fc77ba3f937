/** One picture: who was there, and who was counted. */
export interface Counted {
  /** Marked heads, persons. */
  readonly truth: number;
  /** The model's count, persons. */
  readonly estimate: number;
}

/** How counts err over pictures; all in persons per picture. */
export interface CountErrors {
  readonly images: number;
  /** Mean of |estimate − truth|. */
  readonly mae: number;
  /** √ of the mean of (estimate − truth)². */
  readonly rmse: number;
  /** Mean of estimate − truth: above 0 counts too many. */
  readonly bias: number;
}

/** MAE, RMSE and bias over pictures; at least one. */
export const countErrors = (pictures: readonly Counted[]): CountErrors => {
  if (pictures.length === 0) throw new RangeError('no pictures, no errors');
  const errors = pictures.map(({ truth, estimate }) => estimate - truth);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    images: pictures.length,
    mae: mean(errors.map(Math.abs)),
    rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
    bias: mean(errors),
  };
};
