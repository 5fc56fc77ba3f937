import { setImmediate } from 'node:timers/promises';
import type { EveningTally, SimulatedVenue } from '../backtest/index.js';
import { defaultRules } from '../settings/default-rules.js';
import { progressBar } from './progress-bar.js';

/** Evenings of one venue, judged. */
export interface RehearsedVenue {
  readonly simulated: SimulatedVenue;
  readonly evenings: readonly EveningTally[];
}

export interface Rehearsal {
  readonly venues: readonly RehearsedVenue[];
  /** Whether every evening was rehearsed. */
  readonly isWhole: boolean;
}

/**
 * Rehearses every seed in every venue, with a bar on standard error unless `isQuiet`; `ending` ends it
 * after the present evening.
 */
export const rehearseEvenings = async (
  simulated: readonly SimulatedVenue[],
  seeds: readonly number[],
  history: number,
  isQuiet: boolean,
  ending: AbortSignal,
): Promise<Rehearsal> => {
  const { rehearseVenue } = await import('../backtest/index.js');
  const bar = progressBar('{bar} {value}/{total} evenings  {eta_formatted} left  {name}');
  if (!isQuiet) bar.start(simulated.length * seeds.length, 0, { name: '' });
  const venues: RehearsedVenue[] = [];
  try {
    for (const venue of simulated) {
      bar.update({ name: venue.venue.id });
      const evenings: EveningTally[] = [];
      for (const evening of rehearseVenue(venue, seeds, defaultRules(), history)) {
        evenings.push(evening);
        bar.increment();
        // Evenings are computed in this thread: without a pause nobody hears Ctrl-C.
        await setImmediate();
        if (ending.aborted) break;
      }
      venues.push({ simulated: venue, evenings });
      if (ending.aborted) break;
    }
  } finally {
    bar.stop();
  }
  const done = venues.reduce((sum, { evenings }) => sum + evenings.length, 0);
  return { venues, isWhole: done === simulated.length * seeds.length };
};
