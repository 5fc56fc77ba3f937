/** Mean and standard deviation (of a sample, n − 1) of at least two values; of one, deviation 0. */
export const spread = (values: readonly number[]): { mean: number; deviation: number } => {
  if (values.length === 0) throw new RangeError('no values, no spread');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
};
