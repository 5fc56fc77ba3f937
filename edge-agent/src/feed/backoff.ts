const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * Milliseconds before attempt `failures` + 1: half of min(30 s, 1 s · 2^(failures − 1)), plus up
 * to as much again by chance, so that cameras behind one switch do not all come back at once.
 *
 * @param chance a number in 0…1.
 */
export const backoff = (failures: number, chance: number): number => {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));
  return whole / 2 + (whole / 2) * chance;
};
