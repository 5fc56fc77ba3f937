import type { EveningProfile } from '../../forecast/evening-profile.js';
import { VenueEvidence } from '../../forecast/evidence.js';
import type { FlowNetwork } from '../../forecast/flow-network.js';
import { OUTLOOKS } from '../../forecast/horizons.js';
import { RecentDensities } from '../../forecast/recent-densities.js';
import { SAID, SAID_WIDTH, Sayings } from '../../forecast/sayings.js';
import { isBusy, WARM_UP } from '../evening-record.js';
import type { ObservedTick } from '../observed-evening.js';
import type { LessonBook } from './lessons.js';

/** Every third tick teaches: neighbours say the same. */
const TEACHES_EVERY = 3;

/**
 * Adds what an evening teaches to a book per outlook: at each third tick, for each busy zone, what the
 * clues said and what truly came.
 */
export const gatherLessons = (
  network: FlowNetwork,
  profile: EveningProfile | undefined,
  ticks: readonly ObservedTick[],
  books: readonly LessonBook[],
): void => {
  const evidence = new VenueEvidence(network, profile);
  const truths = new RecentDensities(network.zones);
  const sayings = OUTLOOKS.map((outlook) => new Sayings(network.zones, outlook.ticks));
  const busy = Array.from({ length: network.zones }, (_, zone) => isBusy({ ticks }, zone));
  for (const [tick, { observation, truth }] of ticks.entries()) {
    truths.add(truth);
    for (const [index, outlook] of OUTLOOKS.entries()) {
      const saidAt = tick - outlook.ticks;
      const table = sayings[index]?.due();
      if (table === undefined || saidAt < WARM_UP || saidAt % TEACHES_EVERY !== 0) continue;
      for (let zone = 0; zone < network.zones; zone += 1) {
        if (busy[zone] !== true) continue;
        const at = zone * SAID_WIDTH;
        const change = truths.outcome(zone, outlook) - (table[at + SAID.base] ?? 0);
        books[index]?.add(table, at, change);
      }
    }
    evidence.advance(
      observation,
      sayings.map((said) => said.next()),
    );
  }
};
