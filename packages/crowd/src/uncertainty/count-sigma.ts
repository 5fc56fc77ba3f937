/** How a counter errs. */
export interface CountError {
  /** Relative error s, a share of the count: 0.2–0.35 before a site is calibrated. */
  readonly relative: number;
  /** Standard deviation σ₀ that remains in an empty scene, persons. */
  readonly floor: number;
}

/**
 * Standard deviation of a count of n persons: σ = √((s·n)² + n + σ₀²), persons.
 *
 * The three terms are the calibration error that all persons share, the independent (Poisson)
 * error of each person, and the noise of an empty scene. A count below 0 errs like 0.
 */
export const countSigma = (count: number, { relative, floor }: CountError): number => {
  const persons = Math.max(0, count);
  return Math.sqrt((relative * persons) ** 2 + persons + floor ** 2);
};
