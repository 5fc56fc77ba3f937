import type { WarningVerdicts } from './judge-warnings.js';
import { leadsOf } from './score-warnings.js';

/** How many passings were warned of so long before: more than `fromSeconds`, at most `toSeconds`. */
export interface LeadTimeBin {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly passings: number;
}

const WIDTH = 60;

/** The first bin holds the warnings that came with the passing or after it, the last those of over 14 minutes. */
const BINS = 16;

/** How the times from warning to passing spread, minute by minute. Passings that were missed have none. */
export const scoreLeads = (evenings: readonly WarningVerdicts[]): LeadTimeBin[] => {
  const leads = leadsOf(evenings);
  return Array.from({ length: BINS }, (_, bin) => {
    const [fromSeconds, toSeconds] = [(bin - 1) * WIDTH, bin * WIDTH];
    const within = leads.filter((lead) => lead > fromSeconds && lead <= toSeconds);
    return { fromSeconds, toSeconds, passings: within.length };
  });
};
