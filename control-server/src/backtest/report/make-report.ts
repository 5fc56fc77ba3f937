import type { SimulatedVenue } from '@throng/simulation';
import { TICK_SECONDS } from '../../forecast/horizons.js';
import type { Rules } from '../../processing/rules.js';
import type { BacktestResult } from '../backtest.js';
import type { EveningTally } from '../evening-tally.js';
import { simulateEvening } from '../simulated-evening.js';
import type { BacktestReport } from './backtest-report.js';
import { incidentsBefore } from './incidents-before.js';
import { type Case, casesOf, pickCases } from './pick-cases.js';
import type { Storyline } from './storyline.js';
import { tellStoryline } from './tell-storyline.js';

interface Scored {
  readonly simulated: readonly SimulatedVenue[];
  readonly evenings: readonly EveningTally[];
  readonly overall: BacktestResult;
  readonly venues: readonly BacktestResult[];
}

/** Gathers what the page tells; the evenings of its stories are rehearsed once more. */
export const makeReport = (
  { evenings, overall, simulated, venues }: Scored,
  rules: Rules,
  made: BacktestReport['made'],
): BacktestReport => {
  const byId = new Map(simulated.map((each) => [each.venue.id, each]));
  const cases = casesOf(evenings);
  const isExplained = ({ at, seed, venue, zone }: Case): boolean => {
    const where = byId.get(venue);
    if (where === undefined) return false;
    const { happenings } = simulateEvening(where, seed, TICK_SECONDS);
    return incidentsBefore(where, happenings, zone, at).length > 0;
  };
  const tell = (told: Case): Storyline[] => {
    const where = byId.get(told.venue);
    if (where === undefined) return [];
    return [tellStoryline(where, told, rules, overall.history)];
  };
  return {
    overall,
    venues,
    cases,
    stories: pickCases(cases, isExplained).flatMap(tell),
    names: {
      zone: (venue, zone) =>
        byId.get(venue)?.venue.zones.find(({ id }) => id === zone)?.name ?? zone,
    },
    made,
  };
};
