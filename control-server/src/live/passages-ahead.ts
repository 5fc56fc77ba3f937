import { type ExpectedFlow, type PassageForecast, toTimestamp } from '@throng/contract';
import type { EdgeForecast } from '../forecast/edge-seer.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { HORIZONS, TICK_SECONDS } from '../forecast/horizons.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** What was foretold of the passages, and when (epoch ms). */
export interface PassagesAhead extends Pick<VenueForecast, 'minute' | 'passages'> {
  readonly at: number;
}

const PER_MINUTE = 60 / TICK_SECONDS;

const told = (perTick: number): number => Math.round(Math.max(0, perTick) * PER_MINUTE);

const flowOf = ({ flow, half80, half95 }: EdgeForecast, edge: number): ExpectedFlow => {
  const [expected, narrow, wide] = [flow[edge] ?? 0, half80[edge] ?? 0, half95[edge] ?? 0];
  return {
    flow: told(expected),
    low80: told(expected - narrow),
    high80: told(expected + narrow),
    low95: told(expected - wide),
    high95: told(expected + wide),
  };
};

/** What is expected of each passage; nothing of one that was not counted throughout the last minute. */
export const passageForecasts = (
  { venue }: VenuePlan,
  { at, minute, passages }: PassagesAhead,
): PassageForecast[] =>
  venue.passages.map(({ id }, passage) => {
    const [along, against] = [2 * passage, 2 * passage + 1];
    const isCounted = !Number.isNaN(minute[along] ?? Number.NaN);
    return {
      passage: id,
      at: toTimestamp(at),
      horizons: (isCounted ? passages : []).map((forecast, horizon) => ({
        seconds: HORIZONS[horizon] ?? 0,
        in: flowOf(forecast, along),
        out: flowOf(forecast, against),
      })),
    };
  });
