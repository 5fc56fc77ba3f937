import { type Observation, STATISTICS, type Statistic } from './frame-observation.js';
import { type RunningMean, withValue } from './running-mean.js';

/** What a model met in training: mean and standard deviation of each statistic over pictures. */
export type Experience = Readonly<Partial<Record<Statistic, { mean: number; deviation: number }>>>;

export interface DriftSettings {
  /** Time constant of the running means, milliseconds. */
  readonly timeConstant: number;
  /** Standard deviations of the experience from which on a camera has left it. */
  readonly leaveAt: number;
  /** And below which it is back: lower, so that a camera at the border does not flicker. */
  readonly returnBelow: number;
}

/** Ten minutes: clouds and single groups pass, dusk, rain and a turned camera stay. */
export const DRIFT_DEFAULTS: DriftSettings = {
  timeConstant: 600_000,
  leaveAt: 3,
  returnBelow: 2,
};

/** A camera's running statistics and those of them that lie outside the model's experience. */
export interface DriftState {
  readonly means: Readonly<Partial<Record<Statistic, RunningMean>>>;
  readonly outside: ReadonlySet<Statistic>;
}

export const NO_DRIFT: DriftState = { means: {}, outside: new Set() };

/** How far a statistic lies from the experience, in standard deviations of it; undefined where unknown. */
export const deviation = (
  { means }: DriftState,
  experience: Experience,
  statistic: Statistic,
): number | undefined => {
  const running = means[statistic];
  const known = experience[statistic];
  if (running === undefined || known === undefined || known.deviation <= 0) return undefined;
  return (running.mean - known.mean) / known.deviation;
};

const isOutside = (
  state: DriftState,
  experience: Experience,
  statistic: Statistic,
  { timeConstant, leaveAt, returnBelow }: DriftSettings,
): boolean => {
  const running = state.means[statistic];
  const far = Math.abs(deviation(state, experience, statistic) ?? 0);
  // a camera is not judged before it was seen for one time constant
  if (running === undefined || running.lastAt - running.firstAt < timeConstant) return false;
  return state.outside.has(statistic) ? far >= returnBelow : far >= leaveAt;
};

/** The state after one more frame, seen at `at` (ms). */
export const observe = (
  state: DriftState,
  observation: Observation,
  at: number,
  experience: Experience,
  settings: DriftSettings = DRIFT_DEFAULTS,
): DriftState => {
  const means = { ...state.means };
  for (const statistic of STATISTICS) {
    const value = observation[statistic];
    if (value === undefined || !Number.isFinite(value)) continue;
    means[statistic] = withValue(means[statistic], value, at, settings.timeConstant);
  }
  const next = { means, outside: state.outside };
  const outside = STATISTICS.filter((one) => isOutside(next, experience, one, settings));
  return { means, outside: new Set(outside) };
};
