/**
 * Flow J = ΔN/Δt, persons/s, from the cumulative counts at the two ends of a time span.
 *
 * @param duration seconds between the two counts.
 * @throws RangeError for a duration that is not positive.
 */
export const flowRate = (countBefore: number, countAfter: number, duration: number): number => {
  if (!(duration > 0)) throw new RangeError(`The duration is ${duration} s: it must be positive.`);
  return (countAfter - countBefore) / duration;
};

/**
 * Specific flow Jₛ = J/w, persons/(s·m): flow per metre of effective width.
 *
 * @param width effective width of the passage, metres.
 * @throws RangeError for a width that is not positive.
 */
export const specificFlow = (flow: number, width: number): number => {
  if (!(width > 0)) throw new RangeError(`The width is ${width} m: it must be positive.`);
  return flow / width;
};
