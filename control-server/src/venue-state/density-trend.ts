import { medianOf } from './median.js';

/** The mean density of one stretch of time that is over. */
interface Bin {
  /** Number of the stretch: floor(epoch seconds / BIN_SECONDS). */
  readonly number: number;
  readonly density: number;
}

/** The last minute of one zone's density, for its trend. */
export interface DensityHistory {
  readonly ground: string;
  /** Capture time of the newest sample, epoch ms. */
  readonly at: number;
  /** The stretches before the present one, oldest first. */
  readonly past: readonly Bin[];
  /** The present stretch, and its samples. */
  readonly number: number;
  readonly sum: number;
  readonly count: number;
}

const none = { past: [], number: Number.NEGATIVE_INFINITY, sum: 0, count: 0 } as const;

export const noHistory: DensityHistory = { ground: '', at: Number.NEGATIVE_INFINITY, ...none };

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
  const isSame = history.ground === ground;
  if (isSame && at <= history.at) return history;
  const number = Math.floor(at / 1_000 / BIN_SECONDS);
  if (isSame && number === history.number) {
    const { count, past, sum } = history;
    return { ground, at, past, number, sum: sum + density, count: count + 1 };
  }
  return { ground, at, past: isSame ? over(history, number) : [], number, sum: density, count: 1 };
};

/** The stretches that are over when another one begins. */
const over = ({ count, number, past, sum }: DensityHistory, next: number): readonly Bin[] => {
  const oldest = next - SPAN_SECONDS / BIN_SECONDS;
  return [...past, { number, density: sum / count }].filter((bin) => bin.number > oldest);
};

/** Bins that a history holds at most, with the present one. */
const MAX_BINS = SPAN_SECONDS / BIN_SECONDS;

/** Where slopes are laid to find their median: a new array for each zone and second would be the costliest part of it. */
const slopes = new Float64Array((MAX_BINS * (MAX_BINS - 1)) / 2);

/** Densities and numbers of the bins that are compared. */
const densities = new Float64Array(MAX_BINS);
const numbers = new Float64Array(MAX_BINS);

/** Minutes between two bins so many apart. */
const MINUTES = Float64Array.from({ length: MAX_BINS }, (_, bins) => (bins * BIN_SECONDS) / 60);

/**
 * Trend of the density over the last 60 s, persons/m² per minute; null until four bins of 5 s stand.
 *
 * Theil–Sen slope: the median of the slopes between all pairs of bins, which bears 29 % of outliers.
 * Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968.
 */
export const densityTrend = ({ count, number, past, sum }: DensityHistory): number | null => {
  const newest = past.length;
  if (newest + 1 < MIN_BINS) return null;
  for (let index = 0; index < newest; index += 1) {
    const bin = past[index];
    densities[index] = bin?.density ?? 0;
    numbers[index] = bin?.number ?? 0;
  }
  densities[newest] = sum / count;
  numbers[newest] = number;
  let pair = 0;
  for (let index = 1; index <= newest; index += 1) {
    const density = densities[index] ?? 0;
    const at = numbers[index] ?? 0;
    for (let before = 0; before < index; before += 1) {
      const minutes = MINUTES[at - (numbers[before] ?? 0)] ?? 0;
      slopes[pair] = (density - (densities[before] ?? 0)) / minutes;
      pair += 1;
    }
  }
  return medianOf(slopes, pair);
};
