import type { EveningProfile } from './evening-profile.js';
import { TICK_SECONDS } from './horizons.js';

/** What former evenings were like, laid over the one that is going on. */
export interface DatedProfile extends EveningProfile {
  /** When its first tick begins, epoch ms. */
  readonly from: number;
}

/**
 * The profile for a forecaster that begins now, which counts ticks from its own start: what is past
 * is left out, and before its begin the first tick stands.
 *
 * @param end of the forecaster's first tick, epoch ms.
 */
export const profileFrom = ({ from, ticks }: DatedProfile, end: number): EveningProfile => {
  const begun = Math.round((end - from) / (TICK_SECONDS * 1_000)) - 1;
  const [first] = ticks;
  if (first === undefined) return { ticks };
  if (begun < 0) return { ticks: [...Array.from({ length: -begun }, () => first), ...ticks] };
  return { ticks: ticks.slice(Math.min(begun, ticks.length - 1)) };
};
