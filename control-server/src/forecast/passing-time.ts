/** Densities that are expected, each by some time, in order of time. */
export interface ExpectedDensities {
  /** From now, rising; the first is 0. */
  readonly seconds: ArrayLike<number>;
  /** Persons/m². */
  readonly density: ArrayLike<number>;
}

/**
 * Seconds until the highest density expected so far reaches `limit`, by linear interpolation
 * between the times given; null where it does not. 0 where it has already. Two of one time count as the higher.
 */
export const passingTime = (
  { density, seconds }: ExpectedDensities,
  limit: number,
): number | null => {
  let before = 0;
  let highest = 0;
  for (let index = 0; index < seconds.length; index += 1) {
    const time = seconds[index] ?? 0;
    const now = density[index] ?? 0;
    if (now >= limit) {
      if (index === 0 || time <= before) return time;
      const share = (limit - highest) / (now - highest);
      return before + share * (time - before);
    }
    highest = Math.max(now, highest);
    before = time;
  }
  return null;
};
