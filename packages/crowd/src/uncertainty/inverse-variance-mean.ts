/** A value with its standard deviation, in the same unit. */
export interface Estimate {
  readonly value: number;
  readonly sigma: number;
}

/**
 * The best joint estimate of one quantity from independent ones: x̄ = Σ wᵢxᵢ / Σ wᵢ with
 * wᵢ = 1/σᵢ², and σ = 1/√(Σ wᵢ). Two cameras on one cell are fused like this, never added.
 *
 * Estimates with σ = 0 are exact: their plain mean outweighs all others. An estimate with an
 * infinite σ says nothing and weighs nothing. Undefined when no estimate says anything.
 */
export const inverseVarianceMean = (estimates: readonly Estimate[]): Estimate | undefined => {
  const exact = estimates.filter(({ sigma }) => sigma === 0);
  if (exact.length > 0) {
    return { value: exact.reduce((sum, { value }) => sum + value, 0) / exact.length, sigma: 0 };
  }
  let [weights, weighted] = [0, 0];
  for (const { value, sigma } of estimates) {
    if (!Number.isFinite(sigma)) continue;
    weights += sigma ** -2;
    weighted += value * sigma ** -2;
  }
  return weights > 0 ? { value: weighted / weights, sigma: weights ** -0.5 } : undefined;
};
