import type { SimulatedVenue } from '@throng/simulation';
import { CLUE_COUNT, PLAIN_CLUES } from '../../forecast/clues.js';
import { OUTLOOKS, TICK_SECONDS } from '../../forecast/horizons.js';
import { networkOf } from '../../forecast/observe-tick.js';
import type { Rules } from '../../processing/rules.js';
import { planVenue } from '../../venue-plan/venue-plan.js';
import { formerEvenings } from '../former-evenings.js';
import { observeEvening } from '../observed-evening.js';
import { rehearsedProfile } from '../rehearse-evening.js';
import { simulateEvening } from '../simulated-evening.js';
import { fitWeights } from './fit-weights.js';
import { gatherLessons } from './gather-lessons.js';
import { LessonBook } from './lessons.js';

/** Weights per outlook, in the order of `CLUES`. */
export interface FittedWeights {
  readonly profiled: readonly (readonly number[])[];
  readonly plain: readonly (readonly number[])[];
}

/** Former evenings that the profiled weights are fitted with. */
const REMEMBERED = 3;

const rounded = (weight: number): number => Math.round(weight * 1_000) / 1_000 + 0;

/** Fits the weights that the forecast begins with on simulated evenings of venues. */
export const fitPriorWeights = (
  venues: readonly SimulatedVenue[],
  seeds: readonly number[],
  rules: Rules,
  onEvening: (venue: string) => void,
): FittedWeights => {
  const profiled = OUTLOOKS.map(() => new LessonBook(CLUE_COUNT));
  const plain = OUTLOOKS.map(() => new LessonBook(PLAIN_CLUES));
  for (const simulated of venues) {
    const plan = planVenue(simulated.venue);
    const network = networkOf(plan);
    const profile = rehearsedProfile(simulated, formerEvenings(REMEMBERED));
    for (const seed of seeds) {
      const ticks = [
        ...observeEvening(plan, rules, simulateEvening(simulated, seed, TICK_SECONDS)),
      ];
      gatherLessons(network, profile, ticks, profiled);
      gatherLessons(network, undefined, ticks, plain);
      onEvening(simulated.venue.id);
    }
  }
  const fit = (books: readonly LessonBook[], width: number) =>
    books.map(({ lessons }) => {
      const weights = fitWeights(lessons, width).map(rounded);
      return [...weights, ...Array.from({ length: CLUE_COUNT - width }, () => 0)];
    });
  return { profiled: fit(profiled, CLUE_COUNT), plain: fit(plain, PLAIN_CLUES) };
};
