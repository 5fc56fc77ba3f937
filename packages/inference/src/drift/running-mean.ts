/** A mean that forgets: how it stands and since when it has been fed. */
export interface RunningMean {
  readonly mean: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/**
 * Adds a value seen at `at` (ms). Older values fade with the time constant τ (ms): their weight
 * falls to 1/e after τ. Until τ has passed all values of the time so far weigh the same, so that
 * the first frame does not rule the first hour. A value that is older than the last is left out.
 */
export const withValue = (
  running: RunningMean | undefined,
  value: number,
  at: number,
  timeConstant: number,
): RunningMean => {
  if (running === undefined) return { mean: value, firstAt: at, lastAt: at };
  const passed = at - running.lastAt;
  if (passed <= 0) return running;
  const fading = 1 - Math.exp(-passed / timeConstant);
  const plain = passed / (at - running.firstAt + passed);
  const weight = Math.max(fading, plain);
  return { ...running, mean: running.mean + weight * (value - running.mean), lastAt: at };
};
