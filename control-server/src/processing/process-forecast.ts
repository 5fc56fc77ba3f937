import type { ZoneAhead } from '@throng/contract';
import { alarmBand, quietAlarm } from '../alerting/density-alarm.js';
import { advanceForecast, noForecast } from '../alerting/forecast-alarm.js';
import { explainLastLook } from '../explanation/explain-last-look.js';
import { aheadOfLimits } from '../forecast/ahead-of-limits.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { LEAST_COVERAGE } from '../forecast/observe-tick.js';
import { WARNS_WITHIN } from '../forecast/warning.js';
import { limitsAhead } from '../limits-in-force/limits-ahead.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';

/**
 * Takes in what the forecast says, or that it failed (null). Alerts and why they stand follow at the next tick.
 *
 * @param now epoch ms.
 */
export const processForecast = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  forecast: VenueForecast | null,
  now: number,
): Outcome => {
  const limits = limitsAhead(plan, rules.alerts, now, WARNS_WITHIN);
  const forecasts = plan.zones.map(({ area, definition }, index) => {
    const zone = state.zones[index];
    return advanceForecast(state.forecasts[index] ?? noForecast, {
      zone: definition.id,
      at: now,
      ahead: forecast === null ? undefined : finite(aheadOfLimits(forecast, index, area, limits)),
      isSeen: zone?.reading != null && zone.coverage >= LEAST_COVERAGE,
      hasPassed: alarmBand(state.densityAlarms[index] ?? quietAlarm) !== null,
    });
  });
  const flows = forecast?.flows ?? null;
  const passagesAhead =
    forecast === null ? null : { at: now, minute: forecast.minute, passages: forecast.passages };
  const before = explainLastLook(plan, rules, state);
  const unexplained = { forecast, at: now };
  const looked = { ...before, forecasts, flows, passagesAhead, unexplained };
  return { state: looked, rows: {}, transitions: [] };
};

/** Undefined where the forecast has run into a number that is none: it must not reach the wire. */
const finite = (ahead: ZoneAhead | undefined): ZoneAhead | undefined => {
  if (ahead === undefined) return undefined;
  const { density, horizons, passing } = ahead;
  // A sum is finite only where all of it is.
  let sum = density + passing.probability;
  for (const each of horizons) sum += each.density + each.high80 + each.high95;
  return Number.isFinite(sum) ? ahead : undefined;
};
