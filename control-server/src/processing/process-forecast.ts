import type { ZoneAhead } from '@throng/contract';
import { alarmBand, quietAlarm } from '../alerting/density-alarm.js';
import { advanceForecast, noForecast } from '../alerting/forecast-alarm.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { LEAST_COVERAGE } from '../forecast/observe-tick.js';
import { zoneAhead } from '../forecast/zone-ahead.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';

/**
 * Takes in what the forecast says, or that it failed (null). Alerts follow at the next tick.
 *
 * @param now epoch ms.
 */
export const processForecast = (
  plan: VenuePlan,
  state: ProcessingState,
  forecast: VenueForecast | null,
  now: number,
): Outcome => {
  const forecasts = plan.zones.map(({ area, bands, definition }, index) => {
    const zone = state.zones[index];
    return advanceForecast(state.forecasts[index] ?? noForecast, {
      zone: definition.id,
      at: now,
      ahead:
        forecast === null ? undefined : finite(zoneAhead(forecast, index, area, bands.warning)),
      isSeen: zone?.reading != null && zone.coverage >= LEAST_COVERAGE,
      hasPassed: alarmBand(state.densityAlarms[index] ?? quietAlarm) !== null,
    });
  });
  const flows = forecast?.flows ?? null;
  return { state: { ...state, forecasts, flows }, rows: {}, transitions: [] };
};

/** Undefined where the forecast has run into a number that is none: it must not reach the wire. */
const finite = (ahead: ZoneAhead): ZoneAhead | undefined => {
  const { density, horizons, passing } = ahead;
  // A sum is finite only where all of it is.
  let sum = density + passing.probability;
  for (const each of horizons) sum += each.density + each.high80 + each.high95;
  return Number.isFinite(sum) ? ahead : undefined;
};
