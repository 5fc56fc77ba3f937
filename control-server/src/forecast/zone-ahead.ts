import type { HorizonForecast, LimitPassing, ZoneAhead } from '@throng/contract';
import type { DensityForecast, OutlookForecast } from './forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from './horizons.js';
import { type ExpectedDensities, passingTime } from './passing-time.js';
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
  horizons: horizonsOf(forecast, zone),
  passing: passingOf(forecast, zone, area, limit),
});

const horizonsOf = ({ outlooks }: DensityForecast, zone: number): HorizonForecast[] => {
  const horizons: HorizonForecast[] = [];
  for (const outlook of outlooks)
    if (outlook.kind === 'at') horizons.push(horizonOf(outlook, zone));
  return horizons;
};

/** Horizons and peaks together, the nearest first: a burst between two horizons would be missed by both. */
const BY_TIME = [...OUTLOOKS.keys()].sort(
  (a, b) => (OUTLOOKS[a]?.ticks ?? 0) - (OUTLOOKS[b]?.ticks ?? 0),
);

const horizonOf = (
  { density, half80, half95, ticks }: OutlookForecast,
  zone: number,
): HorizonForecast => {
  const expected = density[zone] ?? 0;
  const narrow = half80[zone] ?? 0;
  const wide = half95[zone] ?? 0;
  return {
    seconds: ticks * TICK_SECONDS,
    density: told(expected),
    low80: told(expected - narrow),
    high80: told(expected + narrow),
    low95: told(expected - wide),
    high95: told(expected + wide),
  };
};

/** Where the densities of one zone are laid by time, now first: made anew for each, they would be most of what is thrown away. */
const byTime = {
  seconds: Float64Array.of(
    0,
    ...BY_TIME.map((index) => (OUTLOOKS[index]?.ticks ?? 0) * TICK_SECONDS),
  ),
  density: new Float64Array(BY_TIME.length + 1),
} satisfies ExpectedDensities;

/** Whole seconds until a limit is reached, where every density comes out so many half-widths higher. */
const reachedAfter = (
  { outlooks }: DensityForecast,
  zone: number,
  now: number,
  limit: number,
  halves: number,
): number | null => {
  byTime.density[0] = now;
  for (const [place, index] of BY_TIME.entries()) {
    const outlook = outlooks[index];
    const expected = outlook?.density[zone] ?? 0;
    byTime.density[place + 1] = expected + halves * (outlook?.half80[zone] ?? 0);
  }
  const seconds = passingTime(byTime, limit);
  return seconds === null ? null : Math.round(seconds);
};

const passingOf = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limit: number,
): LimitPassing => {
  const now = (forecast.persons[zone] ?? 0) / area;
  const reached = (halves: number) => reachedAfter(forecast, zone, now, limit, halves);
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
