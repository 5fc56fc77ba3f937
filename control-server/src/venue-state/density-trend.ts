import { medianOf } from './median.js';

/** The mean density of one stretch of time. */
interface Bin {
  /** Number of the stretch: floor(epoch seconds / BIN_SECONDS). */
  readonly number: number;
  readonly sum: number;
  readonly count: number;
}

/** The last minute of one zone's density, for its trend. */
export interface DensityHistory {
  readonly ground: string;
  /** Capture time of the newest sample, epoch ms. */
  readonly at: number;
  readonly bins: readonly Bin[];
}

export const noHistory: DensityHistory = { ground: '', at: Number.NEGATIVE_INFINITY, bins: [] };

const BIN_SECONDS = 5;
const SPAN_SECONDS = 60;
/** Fewer bins than this are no trend but noise. */
const MIN_BINS = 4;

/** Enters a density (persons/m²) measured at `at` (epoch ms). Other ground begins a new history. */
export const enterDensity = (
  history: DensityHistory,
  ground: string,
  at: number,
  density: number,
): DensityHistory => {
  const past = history.ground === ground ? history.bins : [];
  if (history.ground === ground && at <= history.at) return history;
  const number = Math.floor(at / 1_000 / BIN_SECONDS);
  const last = past.at(-1);
  const bins =
    last?.number === number
      ? past.with(-1, { number, sum: last.sum + density, count: last.count + 1 })
      : [...past, { number, sum: density, count: 1 }];
  const oldest = number - SPAN_SECONDS / BIN_SECONDS;
  return { ground, at, bins: bins.filter((bin) => bin.number > oldest) };
};

/** Bins that a history holds at most, with the present one. */
const MAX_BINS = SPAN_SECONDS / BIN_SECONDS;

/** Where slopes are laid to find their median: a new array for each zone and second would be the costliest part of it. */
const slopes = new Float64Array((MAX_BINS * (MAX_BINS - 1)) / 2);

/**
 * Trend of the density over the last 60 s, persons/m² per minute; null until four bins of 5 s stand.
 *
 * Theil–Sen slope: the median of the slopes between all pairs of bins, which bears 29 % of outliers.
 * Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968.
 */
export const densityTrend = ({ bins }: DensityHistory): number | null => {
  if (bins.length < MIN_BINS) return null;
  let pair = 0;
  for (let index = 1; index < bins.length; index += 1) {
    const later = bins[index];
    if (later === undefined) break;
    const density = later.sum / later.count;
    for (let before = 0; before < index; before += 1) {
      const earlier = bins[before] ?? later;
      const minutes = ((later.number - earlier.number) * BIN_SECONDS) / 60;
      slopes[pair] = (density - earlier.sum / earlier.count) / minutes;
      pair += 1;
    }
  }
  return medianOf(slopes, pair);
};
