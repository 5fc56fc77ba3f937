import type { LimitOutcome } from '@throng/contract';
import type { DensityForecast, OutlookForecast } from '../forecast/forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from '../forecast/horizons.js';
import { WARNS_WITHIN } from '../forecast/warning.js';
import { zoneAhead } from '../forecast/zone-ahead.js';

const thousandth = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The outlook at the highest density of the next five minutes. */
export const WARNED_PEAK = OUTLOOKS.findIndex(
  ({ kind, ticks }) => kind === 'peak' && ticks * TICK_SECONDS === WARNS_WITHIN,
);

/**
 * What follows for a zone's limit, where its densities differ from the forecast's by so much at
 * each outlook (persons/m²; none: as things are).
 */
export const limitOutcome = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limit: number,
  differences?: ArrayLike<number>,
): LimitOutcome => {
  const moved = differences === undefined ? forecast : shifted(forecast, zone, differences);
  const index = differences === undefined ? zone : 0;
  const { density, horizons, passing } = zoneAhead(moved, index, area, limit);
  return {
    probability: passing.probability,
    peak: thousandth(Math.max(0, moved.outlooks[WARNED_PEAK]?.density[index] ?? 0)),
    expectedSeconds: passing.expectedSeconds,
    belowSeconds: leavingTime([{ seconds: 0, density }, ...horizons], limit),
  };
};

/** One zone's forecast, moved: a venue of that zone alone. */
const shifted = (
  { outlooks, persons, profiled }: DensityForecast,
  zone: number,
  differences: ArrayLike<number>,
): DensityForecast => {
  const one = (values: Float64Array, difference = 0): Float64Array =>
    Float64Array.of(Math.max(0, (values[zone] ?? 0) + difference));
  return {
    persons: one(persons),
    profiled: Uint8Array.of(profiled[zone] ?? 0),
    outlooks: outlooks.map(
      (outlook, index): OutlookForecast => ({
        ...outlook,
        density: one(outlook.density, differences[index]),
        half80: one(outlook.half80),
        half95: one(outlook.half95),
        error: one(outlook.error),
      }),
    ),
  };
};

/**
 * Seconds until a density that is at or above a limit now falls below it, by linear interpolation; null where
 * it is not above, or stays so.
 */
const leavingTime = (
  expected: readonly { readonly seconds: number; readonly density: number }[],
  limit: number,
): number | null => {
  let [before] = expected;
  if (before === undefined || before.density < limit) return null;
  for (const point of expected.slice(1)) {
    if (point.density < limit) {
      const share = (before.density - limit) / (before.density - point.density);
      return Math.round(before.seconds + share * (point.seconds - before.seconds));
    }
    before = point;
  }
  return null;
};
