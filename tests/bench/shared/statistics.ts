/** The value below which a share of the values lies (nearest rank). Not a number for none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** The middle value, or the mean of the two middle ones. */
export const median = (values: readonly number[]): number =>
  (quantile(values, 0.5) + quantile(values, 0.5 + 1e-9)) / 2;

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
