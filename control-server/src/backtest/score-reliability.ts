import { passProbability } from '../forecast/warning.js';
import type { EveningRecord } from './evening-record.js';
import { passingCases } from './passing-cases.js';

/** Of the forecasts that gave about this probability to passing the limit in five minutes, how many came true. */
export interface ReliabilityBin {
  /** Mean of the probabilities that were given. */
  readonly said: number;
  readonly cameTrue: number;
  readonly forecasts: number;
}

const BINS = 10;

/** Sums of one evening, per tenth of probability: of what was said, of what came true. */
export type ReliabilityTally = readonly ReliabilityBin[];

export const tallyReliability = (record: EveningRecord): ReliabilityTally => {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, cameTrue: 0, forecasts: 0 }));
  for (const { area, cameTrue, forecast, limit, zone } of passingCases(record)) {
    const said = passProbability(forecast, zone, area, limit);
    const bin = bins[Math.min(BINS - 1, Math.floor(said * BINS))];
    if (bin === undefined) continue;
    bin.said += said;
    bin.forecasts += 1;
    if (cameTrue) bin.cameTrue += 1;
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
