import type { Correction } from './correction.js';
import type { HandCount } from './hand-count.js';

/** Prior of ln g: most cameras are within 15 % of right. Few counts hardly move it. */
const PRIOR_GAIN = 0.15;

/** Prior of s, between the 20 and 35 % of an uncalibrated site, with the weight of four counts. */
const PRIOR_RELATIVE = 0.25;
const PRIOR_WEIGHT = 4;

const BOUNDS = { factor: [0.5, 2], relative: [0.05, 0.5] } as const;

/** Counts of one camera within so many milliseconds err together: they say it once. */
const TOGETHER = 600_000;

/** Standard deviation of ln g at which a camera counts as well known. */
const WELL_KNOWN = 0.05;

const ROUNDS = 20;

const bounded = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Counts that err together: their mean log ratio, and the variance of it that is chance. */
export interface CountGroup {
  readonly counts: readonly HandCount[];
  readonly ratio: number;
  readonly chance: number;
}

/** The counts of one camera, put together where they are near in time. */
export const groupCounts = (counts: readonly HandCount[]): CountGroup[] => {
  const groups: HandCount[][] = [];
  for (const count of counts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const first = groups.at(-1)?.[0];
    const isNear = first !== undefined && Date.parse(count.at) - Date.parse(first.at) < TOGETHER;
    if (isNear) groups.at(-1)?.push(count);
    else groups.push([count]);
  }
  return groups.map((together) => ({
    counts: together,
    ratio: mean(together.map(({ count, measured }) => Math.log((count + 0.5) / (measured + 0.5)))),
    chance: mean(together.map(({ count }) => 1 / (count + 0.5))) / together.length,
  }));
};

export interface FittedGain {
  readonly factor: number;
  readonly relative: number;
  /** Further counts, at least ten minutes apart, until ln g is known to ± 0.05; 0 when it is. */
  readonly more: number;
}

/**
 * Gain and spread of one camera from log ratios r = ln((hand + ½)/(measured + ½)):
 *
 *   r ~ N(ln g, s² + chance),  ln g ~ N(0, 0.15²),  s² = (4·0.25² + Σ(r − ln g)² − chance)/(4 + n)
 *
 * solved in turns. The relative error that is left holds what is not known of g: √(s² + Var ln g).
 */
export const fitGain = (groups: readonly Omit<CountGroup, 'counts'>[]): FittedGain => {
  let [gain, variance, spread] = [0, PRIOR_GAIN ** 2, PRIOR_RELATIVE ** 2];
  for (let round = 0; round < ROUNDS; round += 1) {
    const weights = groups.map(({ chance }) => 1 / (spread + chance));
    const information = weights.reduce((sum, weight) => sum + weight, PRIOR_GAIN ** -2);
    variance = 1 / information;
    gain = groups.reduce((sum, { ratio }, at) => sum + ratio * (weights[at] ?? 0), 0) / information;
    const residuals = groups.reduce(
      (sum, { chance, ratio }) => sum + Math.max(0, (ratio - gain) ** 2 - chance),
      PRIOR_WEIGHT * PRIOR_RELATIVE ** 2,
    );
    spread = residuals / (PRIOR_WEIGHT + groups.length);
  }
  const chance = groups.length === 0 ? 0 : mean(groups.map((group) => group.chance));
  const missing = (WELL_KNOWN ** -2 - 1 / variance) * (spread + chance);
  return {
    factor: bounded(Math.exp(gain), BOUNDS.factor),
    relative: bounded(Math.sqrt(spread + variance), BOUNDS.relative),
    more: Math.max(0, Math.ceil(missing - 1e-9)),
  };
};

/** The correction of one camera; undefined while nobody has counted before it. */
export const correctionOf = (counts: readonly HandCount[]): Correction | undefined => {
  if (counts.length === 0) return undefined;
  const { factor, relative } = fitGain(groupCounts(counts));
  const at = Math.max(...counts.map(({ enteredAt }) => Date.parse(enteredAt)));
  return { factor, relative, counts: counts.length, at };
};
