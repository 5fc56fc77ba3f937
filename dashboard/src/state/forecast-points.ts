import { fromTimestamp, type ZoneForecast } from '@throng/contract';
import type { HistoryPoint } from './zone-history.js';

/** What is expected of a zone at one moment, persons/m²; `low` to `high` holds 80 % of outcomes. */
export interface ForecastPoint {
  /** Event time, epoch milliseconds. */
  readonly at: number;
  readonly density: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The forecast as a line that goes on from the newest measurement, the nearest first; empty where
 * nothing is foreseen.
 */
export const forecastPoints = (
  forecast: ZoneForecast | undefined,
  newest: HistoryPoint | undefined,
): ForecastPoint[] => {
  const ahead = forecast?.ahead ?? null;
  if (forecast === undefined || ahead === null) return [];
  const made = fromTimestamp(forecast.at);
  const expected = ahead.horizons.map(({ seconds, density, low80, high80 }) => ({
    at: made + seconds * 1_000,
    density,
    low: low80,
    high: high80,
  }));
  const now = newest?.density ?? ahead.density;
  const from = Math.max(newest?.at ?? made, made);
  return [
    { at: from, density: now, low: now, high: now },
    ...expected.filter(({ at }) => at > from),
  ];
};
