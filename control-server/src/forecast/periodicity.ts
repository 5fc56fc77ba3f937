/** Periods that are looked for, ticks: 2 to 15 minutes. */
const SHORTEST = 12;
const LONGEST = 90;

/** Periods that must have been seen. */
const SEEN = 2.5;

/** Ticks to either side whose mean is taken off first: what fills slowly does not repeat itself. */
const TREND = 45;

/** Persons² that a series must vary by. */
const LEAST_VARIANCE = 1;

/** Autocorrelation from which a rhythm is believed, and the one that chance reaches. */
const BELIEVED = 0.5;
const CHANCE = 0.3;

/** Share of the highest autocorrelation that the shortest of several periods must have: twice a period is one too. */
const SHORTER = 0.85;

/** How a series repeats itself. */
export interface Periodicity {
  /** Ticks; 0 where it does not. */
  readonly period: number;
  /** Autocorrelation at it, from 0 (as chance has it) to 1. */
  readonly belief: number;
}

const NONE: Periodicity = { period: 0, belief: 0 };

/** The shortest lag at which a series repeats itself nearly as well as at any. @param series persons, tick by tick. */
export const periodicityOf = (series: Float64Array): Periodicity => {
  const { length } = series;
  const longest = Math.min(LONGEST, Math.floor(length / SEEN) - 1);
  const rest = withoutTrend(series);
  const energy = sumsOf(rest.map((value) => value * value));
  if (!((energy[length] ?? 0) > LEAST_VARIANCE * length)) return NONE;
  const correlations = new Float64Array(longest + 2);
  for (let lag = SHORTEST - 1; lag <= longest + 1; lag += 1) {
    let sum = 0;
    for (let at = lag; at < length; at += 1) sum += (rest[at] ?? 0) * (rest[at - lag] ?? 0);
    const now = (energy[length] ?? 0) - (energy[lag] ?? 0);
    correlations[lag] = sum / (Math.sqrt(now * (energy[length - lag] ?? 0)) || 1);
  }
  const peaks: number[] = [];
  let highest = 0;
  for (let lag = SHORTEST; lag <= longest; lag += 1) {
    const correlation = correlations[lag] ?? 0;
    if (correlation < BELIEVED || correlation < (correlations[lag - 1] ?? 0)) continue;
    if (correlation < (correlations[lag + 1] ?? 0)) continue;
    peaks.push(lag);
    highest = Math.max(highest, correlation);
  }
  const period = peaks.find((lag) => (correlations[lag] ?? 0) >= SHORTER * highest);
  if (period === undefined) return NONE;
  return { period, belief: ((correlations[period] ?? 0) - CHANCE) / (1 - CHANCE) };
};

/** Sums of the first 0, 1, 2 … values. */
const sumsOf = (values: Float64Array): Float64Array => {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = (sums[index] ?? 0) + value;
  return sums;
};

const withoutTrend = (series: Float64Array): Float64Array => {
  const sums = sumsOf(series);
  return series.map((value, at) => {
    const [first, last] = [Math.max(0, at - TREND), Math.min(series.length, at + TREND + 1)];
    return value - ((sums[last] ?? 0) - (sums[first] ?? 0)) / (last - first);
  });
};
