/** How a trend is followed: α of its exponential smoothing, φ by which it fades from tick to tick. */
export interface TrendForm {
  readonly smoothing: number;
  readonly fade: number;
}

/** Forms that are tried. */
const FORMS: readonly TrendForm[] = [0.05, 0.1, 0.2, 0.4].flatMap((smoothing) =>
  [0.5, 0.7, 0.8, 0.9, 0.95].map((fade) => ({ smoothing, fade })),
);

/**
 * The damped trend, a rival of the forecast: ŷ(t + h) = y(t) + b(t)·(φ + φ² + … + φ^h), at least 0, with
 * b(t) = b(t−1) + α·(y(t) − y(t−1) − b(t−1)). Source: Gardner and McKenzie 1985.
 *
 * @param counts tick by tick. @returns for each tick, what it says of `ahead` ticks later.
 */
export const dampedTrend = (
  counts: readonly number[],
  ahead: number,
  { fade, smoothing }: TrendForm,
): number[] => {
  const reach = (fade * (1 - fade ** ahead)) / (1 - fade);
  let trend = 0;
  return counts.map((count, tick) => {
    trend += smoothing * (count - (counts[tick - 1] ?? count) - trend);
    return Math.max(0, count + trend * reach);
  });
};

/** The form that errs least on these series, over all horizons. @param aheads ticks. */
export const fitTrend = (
  series: readonly (readonly number[])[],
  aheads: readonly number[],
): TrendForm => {
  const errorOf = (form: TrendForm): number => {
    let error = 0;
    for (const counts of series) {
      for (const ahead of aheads) {
        for (const [tick, said] of dampedTrend(counts, ahead, form).entries()) {
          error += Math.abs(said - (counts[tick + ahead] ?? said));
        }
      }
    }
    return error;
  };
  const [first = { smoothing: 0.1, fade: 0.9 }, ...others] = FORMS;
  let [best, least] = [first, errorOf(first)];
  for (const form of others) {
    const error = errorOf(form);
    if (error < least) [best, least] = [form, error];
  }
  return best;
};
