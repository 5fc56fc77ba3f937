/** A density that is expected by some time, persons/m². */
export interface ExpectedDensity {
  /** From now. */
  readonly seconds: number;
  readonly density: number;
}

/**
 * Seconds until the highest density expected so far reaches `limit`, by linear interpolation
 * between the times given; null where it does not. 0 where it has already.
 *
 * @param expected by rising time, the first at 0 s; two of one time count as the higher.
 */
export const passingTime = (expected: readonly ExpectedDensity[], limit: number): number | null => {
  let before: ExpectedDensity | undefined;
  for (const point of expected) {
    if (point.density >= limit) {
      if (before === undefined || point.seconds <= before.seconds) return point.seconds;
      const share = (limit - before.density) / (point.density - before.density);
      return before.seconds + share * (point.seconds - before.seconds);
    }
    const highest = Math.max(point.density, before?.density ?? 0);
    before = { seconds: point.seconds, density: highest };
  }
  return null;
};
