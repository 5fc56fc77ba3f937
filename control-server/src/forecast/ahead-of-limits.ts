import type { LimitPassing, ZoneAhead } from '@throng/contract';
import type { LimitsFrom } from '../limits-in-force/limits-ahead.js';
import { isByRule } from '../limits-in-force/limits-of-zone.js';
import type { DensityForecast } from './forecaster.js';
import { WARNS_WITHIN } from './warning.js';
import { zoneAhead } from './zone-ahead.js';

/**
 * What staff are told of a zone's next minutes, against the warning limit that will be in force
 * when it is expected to be passed, or at the end of the time that is warned of (AL9): a phase that
 * begins by then brings its own limit, which nobody passes before it begins.
 *
 * @param limits in force now, and from each change on; the first is of now. @param area m².
 */
export const aheadOfLimits = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limits: readonly LimitsFrom[],
): ZoneAhead | undefined => {
  const [first] = limits;
  const present = first?.limits[zone];
  if (first === undefined || present === undefined) return undefined;
  const ahead = zoneAhead(forecast, zone, area, present.bands.warning);
  const seconds = Math.min(ahead.passing.expectedSeconds ?? WARNS_WITHIN, WARNS_WITHIN);
  const then =
    limits.length === 1
      ? first
      : (limits.findLast(({ from }) => from <= first.from + seconds * 1_000) ?? first);
  const coming = then.limits[zone] ?? present;
  const isRuled = isByRule(coming.origin);
  const from = isRuled ? { limitFrom: coming.origin } : {};
  if (coming.bands.warning === present.bands.warning) {
    return isRuled ? { ...ahead, passing: { ...ahead.passing, ...from } } : ahead;
  }
  const later = zoneAhead(forecast, zone, area, coming.bands.warning);
  const begins = Math.round((then.from - first.from) / 1_000);
  return { ...later, passing: { ...notBefore(later.passing, begins), ...from } };
};

const notBefore = (passing: LimitPassing, seconds: number): LimitPassing => {
  const atLeast = (time: number | null) => (time === null ? null : Math.max(time, seconds));
  return {
    ...passing,
    expectedSeconds: atLeast(passing.expectedSeconds),
    earliestSeconds: atLeast(passing.earliestSeconds),
    latestSeconds: atLeast(passing.latestSeconds),
  };
};
