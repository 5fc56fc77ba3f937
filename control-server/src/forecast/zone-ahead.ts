import type { HorizonForecast, LimitPassing, ZoneAhead } from '@throng/contract';
import type { DensityForecast, OutlookForecast } from './forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from './horizons.js';
import { type ExpectedDensity, passingTime } from './passing-time.js';
import { passProbability, WARNS_WITHIN } from './warning.js';

/** Steps in a unit of what is told: finer is neither known nor worth its bytes. */
const STEPS = 1_000;

const rounded = (value: number): number => Math.round(value * STEPS) / STEPS;

const told = (density: number): number => rounded(Math.max(0, density));

/** What staff are told of one zone's next minutes. @param area m². @param limit persons/m². */
export const zoneAhead = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limit: number,
): ZoneAhead => ({
  density: told((forecast.persons[zone] ?? 0) / area),
  horizons: forecast.outlooks
    .filter(({ kind }) => kind === 'at')
    .map((outlook) => horizonOf(outlook, zone)),
  passing: passingOf(forecast, zone, area, limit),
});

/** Horizons and peaks together, the nearest first: a burst between two horizons would be missed by both. */
const BY_TIME = [...OUTLOOKS.keys()].sort(
  (a, b) => (OUTLOOKS[a]?.ticks ?? 0) - (OUTLOOKS[b]?.ticks ?? 0),
);

const horizonOf = (
  { density, half80, half95, ticks }: OutlookForecast,
  zone: number,
): HorizonForecast => {
  const expected = density[zone] ?? 0;
  const [narrow, wide] = [half80[zone] ?? 0, half95[zone] ?? 0];
  return {
    seconds: ticks * TICK_SECONDS,
    density: told(expected),
    low80: told(expected - narrow),
    high80: told(expected + narrow),
    low95: told(expected - wide),
    high95: told(expected + wide),
  };
};

const passingOf = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limit: number,
): LimitPassing => {
  const now = { seconds: 0, density: (forecast.persons[zone] ?? 0) / area };
  const expected = (halves: number): readonly ExpectedDensity[] => {
    const points = [now];
    for (const index of BY_TIME) {
      const outlook = forecast.outlooks[index];
      if (outlook === undefined) continue;
      const density = (outlook.density[zone] ?? 0) + halves * (outlook.half80[zone] ?? 0);
      points.push({ seconds: outlook.ticks * TICK_SECONDS, density });
    }
    return points;
  };
  const reached = (halves: number): number | null => {
    const seconds = passingTime(expected(halves), limit);
    return seconds === null ? null : Math.round(seconds);
  };
  const earliest = reached(1);
  // What even the upper bounds do not reach, nothing does: most zones are calm.
  const isReached = earliest !== null;
  return {
    limit,
    probability: rounded(passProbability(forecast, zone, area, limit)),
    withinSeconds: WARNS_WITHIN,
    expectedSeconds: isReached ? reached(0) : null,
    earliestSeconds: earliest,
    latestSeconds: isReached ? reached(-1) : null,
  };
};
