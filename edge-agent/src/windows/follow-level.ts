/** Seconds in which 1 − 1/e of what is within the noise is followed. */
const SETTLE = 1;

/** Seconds in which 1 − 1/e of a fall beyond the noise is followed. */
const FALL = 3;

/** Standard deviations of the noise within which a step may be none. */
const BAND = 2;

/**
 * How far counts of n persons jump from frame to frame where nothing changed, persons:
 * √(0.05·n + 0.1). Measured on PETS 2009 S1.L1: 1.1 between frames of 22. Most of a count's error
 * stays the same for seconds (0.67 of it for one) and is no noise.
 */
export const countNoise = (persons: number): number => Math.sqrt(0.05 * Math.max(0, persons) + 0.1);

const followed = (seconds: number, within: number): number => 1 - Math.exp(-seconds / within);

/**
 * The next level of a count after `seconds`: what a step exceeds the noise by is followed at once
 * if it rises, over three seconds if it falls; the rest, which may be noise, settles within one.
 * So no alarm waits, a flickering count stays calm, and the mean is kept.
 */
export const followLevel = (level: number, reading: number, seconds: number): number => {
  const step = reading - level;
  const band = BAND * countNoise(Math.max(level, reading));
  const within = Math.sign(step) * Math.min(Math.abs(step), band);
  const beyond = step - within;
  const share = beyond > 0 ? 1 : followed(seconds, FALL);
  return level + followed(seconds, SETTLE) * within + share * beyond;
};
