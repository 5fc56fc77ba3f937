import type { SimulatedVenue } from '@throng/simulation';
import type { Rules } from '../processing/rules.js';
import { type EveningTally, tallyEvening } from './evening-tally.js';
import { formerEvenings } from './former-evenings.js';
import { rehearsedProfile, rehearseEvening } from './rehearse-evening.js';
import { type HorizonScore, scoreForecast } from './score-forecast.js';
import { type LeadTimeBin, scoreLeads } from './score-leads.js';
import { type FlowScore, scoreFlows } from './score-passages.js';
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
  readonly denseCoverage95: Readonly<Record<string, number>>;
  readonly horizons: readonly HorizonScore[];
  /** What passes the passages, persons per minute. */
  readonly flows: readonly FlowScore[];
  readonly warnings: WarningScore;
  readonly leadTimes: readonly LeadTimeBin[];
  readonly reliability: readonly ReliabilityBin[];
}

const keyed = (
  scores: readonly HorizonScore[],
  of: (score: HorizonScore) => number,
): Record<string, number> => Object.fromEntries(scores.map((score) => [score.seconds, of(score)]));

/** Scores rehearsed evenings, of one venue or of several together. */
export const scoreEvenings = (
  venue: string,
  evenings: readonly EveningTally[],
  history: number,
): BacktestResult => {
  const horizons = scoreForecast(evenings.map(({ forecast }) => forecast));
  const verdicts = evenings.map(({ warnings }) => warnings);
  return {
    venue,
    seeds: [...new Set(evenings.map(({ seed }) => seed))],
    history,
    skill: keyed(horizons, ({ skill }) => skill),
    coverage80: keyed(horizons, ({ coverage80 }) => coverage80),
    coverage95: keyed(horizons, ({ coverage95 }) => coverage95),
    denseCoverage80: keyed(horizons, ({ denseCoverage80 }) => denseCoverage80),
    denseCoverage95: keyed(horizons, ({ denseCoverage95 }) => denseCoverage95),
    horizons,
    flows: scoreFlows(evenings.map(({ flows }) => flows)),
    warnings: scoreWarnings(verdicts),
    leadTimes: scoreLeads(verdicts),
    reliability: scoreReliability(evenings.map(({ reliability }) => reliability)),
  };
};

/** Rehearses and judges the evenings of one venue, one at a time. */
export const rehearseVenue = function* (
  simulated: SimulatedVenue,
  seeds: readonly number[],
  rules: Rules,
  history: number,
): Generator<EveningTally> {
  const profile = rehearsedProfile(simulated, formerEvenings(history));
  for (const seed of seeds) {
    yield tallyEvening(simulated.venue.id, rehearseEvening(simulated, seed, rules, profile));
  }
};
