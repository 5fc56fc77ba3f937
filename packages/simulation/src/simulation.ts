import { createDoor } from './doors/door.js';
import { passDoors } from './doors/pass-doors.js';
import { createArrivals } from './evening/arrivals.js';
import { type Evening, eveningOf } from './evening/evening.js';
import { drawHappenings, type Happening } from './evening/happening.js';
import type { Truth } from './evening/truth.js';
import { createTruthKeeper } from './evening/truth-keeper.js';
import type { Stance } from './figure/stance.js';
import { stepPeople } from './movement/step-people.js';
import { createAudience } from './people/audience.js';
import type { Person } from './people/person.js';
import { createRandom, mixSeed } from './random/random.js';
import type { SimulatedVenue } from './venue/simulated-venue.js';
import { type Ground, venueGraph } from './venue/venue-graph.js';

/** Seconds of one step: at 1.34 m/s a third of a metre, below the room people keep. */
export const STEP_SECONDS = 0.25;

/** Seconds by which a sum of small advances may fall short of a whole step. */
const ROUNDING = 1e-6;

/** A venue with its evening, from the opening of the doors on. The same seed gives the same evening. */
export interface Simulation {
  /** Event time, seconds since the doors opened. */
  readonly time: number;
  readonly evening: Evening;
  /** Goes on by whole steps of 0.25 s; what is left over is kept for the next call. Returns the seconds that passed, one truth each. */
  advance(seconds: number): Truth[];
  /** Everybody in the venue, now. The list is live: draw or copy it before the next `advance`. */
  people(): readonly Stance[];
  /** The last whole second. */
  truth(): Truth;
}

/** @throws RangeError for a venue that `parseSimulatedVenue` would refuse. */
export const createSimulation = (venue: SimulatedVenue, seed: number): Simulation => {
  const graph = venueGraph(venue);
  const incidents = venue.simulation.incidents ?? [];
  const evening = eveningOf(venue, drawHappenings(incidents, createRandom(mixSeed(seed, 3))));
  const doors = graph.ways.map(createDoor);
  const audience = createAudience(venue, graph, evening, createRandom(mixSeed(seed, 1)));
  const arrivals = createArrivals(venue, evening, doors, audience, createRandom(mixSeed(seed, 2)));
  const keeper = createTruthKeeper(graph, doors);
  let people: Person[] = [];
  let steps = 0;
  let owed = 0;
  let truth = keeper.record(0, evening.phaseAt(0).id, [], 0);

  const counts = (): number[] => {
    const persons = graph.grounds.map(() => 0);
    for (const { ground } of people) persons[ground.index] = (persons[ground.index] ?? 0) + 1;
    return persons;
  };

  const densityOf = (ground: Ground): number =>
    people.filter((person) => person.ground === ground).length / ground.area;

  const happen = (happening: Happening, now: number): void => {
    if (happening.kind === 'opening') {
      const { passage, capacity } = happening;
      doors.find(({ way }) => way.id === passage)?.setOpening(capacity);
    } else if (happening.kind === 'surge') {
      for (const person of people) audience.surge(person, happening, now);
    } else {
      for (const person of people) audience.evacuate(person, now);
    }
  };

  const step = (): void => {
    const from = steps * STEP_SECONDS;
    steps += 1;
    const now = steps * STEP_SECONDS;
    for (const happening of evening.happeningsBetween(from, now)) happen(happening, now);
    for (const person of people) {
      if (person.stayEnds !== undefined && person.stayEnds <= now) audience.moveOn(person, now);
    }
    stepPeople(people, now, STEP_SECONDS);
    const gone = passDoors(doors, people, now, STEP_SECONDS);
    if (gone.size > 0) people = people.filter((person) => !gone.has(person));
    people.push(...arrivals.step(now, STEP_SECONDS, people, densityOf));
  };

  return {
    evening,
    get time() {
      return steps * STEP_SECONDS;
    },
    advance(seconds) {
      owed += seconds;
      const passed: Truth[] = [];
      while (owed > STEP_SECONDS - ROUNDING) {
        owed -= STEP_SECONDS;
        step();
        const now = steps * STEP_SECONDS;
        if (!Number.isInteger(now)) continue;
        truth = keeper.record(now, evening.phaseAt(now).id, counts(), arrivals.waitingOutside);
        passed.push(truth);
      }
      return passed;
    },
    people: () => people,
    truth: () => truth,
  };
};
