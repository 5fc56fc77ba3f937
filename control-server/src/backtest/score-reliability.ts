import { passProbability } from '../forecast/warning.js';
import { type EveningRecord, WARM_UP } from './evening-record.js';
import { PASSED } from './passings.js';

/** Of the forecasts that gave about this probability to passing the limit in five minutes, how many came true. */
export interface ReliabilityBin {
  /** Mean of the probabilities that were given. */
  readonly said: number;
  readonly cameTrue: number;
  readonly forecasts: number;
}

const BINS = 10;

/** Ticks of the outlook that the probability speaks of. */
const AHEAD = 30;

/** Sums of one evening, per tenth of probability: of what was said, of what came true. */
export type ReliabilityTally = readonly ReliabilityBin[];

/** Whether the limit is passed, as a passing is understood, at some tick from `first` to `last`. */
const holdsAbove = (
  densities: readonly number[],
  limit: number,
  first: number,
  last: number,
): boolean => {
  let above = 0;
  for (let tick = first; tick <= last; tick += 1) {
    above = (densities[tick] ?? 0) >= limit ? above + 1 : 0;
    if (above >= PASSED.ticks) return true;
  }
  return false;
};

/** Only zones that are below their limit now are asked; above it there is nothing to foretell. */
export const tallyReliability = ({ ticks, zones }: EveningRecord): ReliabilityTally => {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, cameTrue: 0, forecasts: 0 }));
  for (const [zone, { area, limit }] of zones.entries()) {
    const densities = ticks.map(({ truth }) => truth[zone] ?? 0);
    for (let at = WARM_UP; at + AHEAD < ticks.length; at += 1) {
      const now = ticks[at];
      if (now === undefined || (densities[at] ?? 0) >= limit) continue;
      const said = passProbability(now.forecast, zone, area, limit);
      const bin = bins[Math.min(BINS - 1, Math.floor(said * BINS))];
      if (bin === undefined) continue;
      bin.said += said;
      bin.forecasts += 1;
      if (holdsAbove(densities, limit, at + 1, at + AHEAD)) bin.cameTrue += 1;
    }
  }
  return bins;
};

/** Means over all evenings; tenths in which nothing was said are left out. */
export const scoreReliability = (evenings: readonly ReliabilityTally[]): ReliabilityBin[] =>
  Array.from({ length: BINS }, (_, bin) => {
    const total = (key: keyof ReliabilityBin): number =>
      evenings.reduce((sum, bins) => sum + (bins[bin]?.[key] ?? 0), 0);
    const forecasts = total('forecasts');
    return { said: total('said') / forecasts, cameTrue: total('cameTrue') / forecasts, forecasts };
  }).filter(({ forecasts }) => forecasts > 0);
