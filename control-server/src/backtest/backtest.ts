import type { SimulatedVenue } from '@throng/simulation';
import { HORIZONS } from '../forecast/horizons.js';
import type { Rules } from '../processing/rules.js';
import type { EveningRecord } from './evening-record.js';
import { rehearsedProfile, rehearseEvening } from './rehearse-evening.js';
import { type HorizonScore, scoreForecast } from './score-forecast.js';
import { type ReliabilityBin, scoreReliability } from './score-reliability.js';
import { scoreWarnings, type WarningScore } from './score-warnings.js';

/** What a backtest found; rates and shares, keyed by horizon in seconds. */
export interface BacktestResult {
  readonly venue: string;
  readonly seeds: readonly number[];
  /** Former evenings that the forecast was allowed to remember. */
  readonly history: number;
  readonly skill: Readonly<Record<string, number>>;
  readonly coverage80: Readonly<Record<string, number>>;
  readonly coverage95: Readonly<Record<string, number>>;
  readonly denseCoverage80: Readonly<Record<string, number>>;
  readonly horizons: readonly HorizonScore[];
  readonly warnings: WarningScore;
  readonly reliability: readonly ReliabilityBin[];
}

/** Seeds of the evenings that are remembered: far from those that anybody judges by. */
const FORMER = 900_001;

const keyed = (
  scores: readonly HorizonScore[],
  of: (score: HorizonScore) => number,
): Record<string, number> =>
  Object.fromEntries(HORIZONS.map((seconds, index) => [seconds, of(scores[index] ?? none)]));

const none: HorizonScore = {
  seconds: 0,
  mae: Number.NaN,
  persistence: Number.NaN,
  skill: Number.NaN,
  coverage80: Number.NaN,
  coverage95: Number.NaN,
  denseCoverage80: Number.NaN,
  forecasts: 0,
};

/** Scores rehearsed evenings, of one venue or of several together. */
export const scoreEvenings = (
  venue: string,
  records: readonly EveningRecord[],
  history: number,
): BacktestResult => {
  const horizons = scoreForecast(records);
  return {
    venue,
    seeds: [...new Set(records.map(({ seed }) => seed))],
    history,
    skill: keyed(horizons, ({ skill }) => skill),
    coverage80: keyed(horizons, ({ coverage80 }) => coverage80),
    coverage95: keyed(horizons, ({ coverage95 }) => coverage95),
    denseCoverage80: keyed(horizons, ({ denseCoverage80 }) => denseCoverage80),
    horizons,
    warnings: scoreWarnings(records),
    reliability: scoreReliability(records),
  };
};

/** Rehearses the evenings of one venue, one after the other. */
export const rehearseVenue = (
  simulated: SimulatedVenue,
  seeds: readonly number[],
  rules: Rules,
  history: number,
  onEvening: () => void,
): EveningRecord[] => {
  const former = Array.from({ length: history }, (_, index) => FORMER + index);
  const profile = rehearsedProfile(simulated, former);
  return seeds.map((seed) => {
    const record = rehearseEvening(simulated, seed, rules, profile);
    onEvening();
    return record;
  });
};
