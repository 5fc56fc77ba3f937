import type { HorizonForecast, LimitPassing, ZoneAhead } from '@throng/contract';
import type { OutlookForecast, VenueForecast } from './forecaster.js';
import { TICK_SECONDS } from './horizons.js';
import { type ExpectedDensity, passingTime } from './passing-time.js';
import { passProbability, WARNS_WITHIN } from './warning.js';

/** Decimals of what is told: finer is neither known nor worth its bytes. */
const DECIMALS = 3;

const told = (density: number): number => Number(Math.max(0, density).toFixed(DECIMALS));

/** What staff are told of one zone's next minutes. @param area m². @param limit persons/m². */
export const zoneAhead = (
  forecast: VenueForecast,
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
  forecast: VenueForecast,
  zone: number,
  area: number,
  limit: number,
): LimitPassing => {
  const now = { seconds: 0, density: (forecast.persons[zone] ?? 0) / area };
  // Horizons and peaks together: a burst between two horizons would be missed by both.
  const outlooks = forecast.outlooks.toSorted((a, b) => a.ticks - b.ticks);
  const expected = (halves: number): readonly ExpectedDensity[] => [
    now,
    ...outlooks.map(({ density, half80, ticks }) => ({
      seconds: ticks * TICK_SECONDS,
      density: (density[zone] ?? 0) + halves * (half80[zone] ?? 0),
    })),
  ];
  const whole = (seconds: number | null): number | null =>
    seconds === null ? null : Math.round(seconds);
  return {
    limit,
    probability: Number(passProbability(forecast, zone, area, limit).toFixed(DECIMALS)),
    withinSeconds: WARNS_WITHIN,
    expectedSeconds: whole(passingTime(expected(0), limit)),
    earliestSeconds: whole(passingTime(expected(1), limit)),
    latestSeconds: whole(passingTime(expected(-1), limit)),
  };
};
