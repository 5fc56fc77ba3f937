import type { EveningRecord } from './evening-record.js';
import { judgeWarnings, type WarningVerdicts } from './judge-warnings.js';
import { type HorizonTally, tallyForecast } from './score-forecast.js';
import { type FlowTally, tallyFlows } from './score-passages.js';
import { type ReliabilityTally, tallyReliability } from './score-reliability.js';

/** What is kept of a rehearsed evening once it is judged: sums and verdicts, a few kB in place of megabytes. */
export interface EveningTally {
  readonly venue: string;
  readonly seed: number;
  readonly forecast: readonly HorizonTally[];
  readonly reliability: ReliabilityTally;
  readonly flows: readonly FlowTally[];
  readonly warnings: WarningVerdicts;
}

export const tallyEvening = (venue: string, record: EveningRecord): EveningTally => ({
  venue,
  seed: record.seed,
  forecast: tallyForecast(record),
  reliability: tallyReliability(record),
  flows: tallyFlows(record),
  warnings: judgeWarnings(record),
});
