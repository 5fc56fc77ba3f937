import type { LimitOutcome } from '@throng/contract';
import type { DensityForecast } from '../forecast/forecaster.js';
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

/** Where one zone's forecast is moved, again and again: hundreds of outcomes are asked for at a look. */
const moving = {
  persons: new Float64Array(1),
  profiled: new Uint8Array(1),
  outlooks: OUTLOOKS.map((outlook) => ({
    ...outlook,
    density: new Float64Array(1),
    half80: new Float64Array(1),
    half95: new Float64Array(1),
    error: new Float64Array(1),
  })),
} satisfies DensityForecast;

/** One zone's forecast, moved: a venue of that zone alone, which stands until the next is asked for. */
const shifted = (
  { outlooks, persons, profiled }: DensityForecast,
  zone: number,
  differences: ArrayLike<number>,
): DensityForecast => {
  const least = (values: Float64Array | undefined, difference = 0): number =>
    Math.max(0, (values?.[zone] ?? 0) + difference);
  moving.persons[0] = least(persons);
  moving.profiled[0] = profiled[zone] ?? 0;
  for (const [index, to] of moving.outlooks.entries()) {
    const outlook = outlooks[index];
    to.density[0] = least(outlook?.density, differences[index]);
    to.half80[0] = least(outlook?.half80);
    to.half95[0] = least(outlook?.half95);
    to.error[0] = least(outlook?.error);
  }
  return moving;
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
