import type { Person } from '../people/person.js';
import { type ClosePairs, PAIR_REACH } from './close-pairs.js';
import type { Intent } from './intent.js';

/** Persons/m² at which nobody gets ahead any more, by Weidmann's fit. */
const JAM = 5.4;

/** Even in a jam people shuffle: share of the free speed. */
const SHUFFLE = 0.04;

/** m² of the half disc ahead in which people look for room. */
const AHEAD = (Math.PI * PAIR_REACH ** 2) / 2;

/** Radians by which one gives way, to the right, to somebody who comes towards one. */
const GIVE_WAY = 0.6;
const [GIVE_WAY_COS, GIVE_WAY_SIN] = [Math.cos(GIVE_WAY), Math.sin(GIVE_WAY)];

/**
 * The share of the free speed that is left among `density` persons/m²:
 * 1 − exp(−1.913 (1/ρ − 1/5.4)). Source: Weidmann, "Transporttechnik der Fussgänger", 1993.
 */
const pace = (density: number): number =>
  density < 0.1 ? 1 : Math.max(SHUFFLE, 1 - Math.exp(-1.913 * (1 / density - 1 / JAM)));

/** Counts whom each person has ahead within 1 m, and how many of those come towards them. */
const ahead = (people: readonly Person[], intents: readonly Intent[], pairs: ClosePairs) => {
  const nearby = new Int32Array(people.length);
  const oncoming = new Int32Array(people.length);
  const look = (from: number, to: number): void => {
    const [self, other, mine, theirs] = [people[from], people[to], intents[from], intents[to]];
    if (!self || !other || !mine || !theirs || mine.left === 0) return;
    if ((other.x - self.x) * mine.x + (other.y - self.y) * mine.y <= 0) return;
    nearby[from] = (nearby[from] ?? 0) + 1;
    if (theirs.x * mine.x + theirs.y * mine.y < -0.5) oncoming[from] = (oncoming[from] ?? 0) + 1;
  };
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [one, two] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
    look(one, two);
    look(two, one);
  }
  return { nearby, oncoming };
};

/** One step of everybody towards their targets: people ahead slow them down and turn them aside. */
export const walk = (
  people: readonly Person[],
  intents: readonly Intent[],
  pairs: ClosePairs,
  seconds: number,
): void => {
  const { nearby, oncoming } = ahead(people, intents, pairs);
  people.forEach((person, index) => {
    const intent = intents[index];
    if (intent === undefined || intent.left === 0) return;
    const density = (nearby[index] ?? 0) / AHEAD;
    const step = Math.min(intent.left, person.freeSpeed * pace(density) * seconds);
    const aside = (oncoming[index] ?? 0) > 0;
    const [cos, sin] = aside ? [GIVE_WAY_COS, -GIVE_WAY_SIN] : [1, 0];
    person.x += (intent.x * cos - intent.y * sin) * step;
    person.y += (intent.x * sin + intent.y * cos) * step;
  });
};
