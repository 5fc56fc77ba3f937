import { type Door, nearestOnLine } from '../doors/door.js';
import { hasRoom } from '../doors/pass-doors.js';
import { WALL_MARGIN } from '../movement/keep-apart.js';
import type { Audience } from '../people/audience.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import type { Ground } from '../venue/venue-graph.js';
import { keepInside } from '../venue/walkable.js';
import { chooseEntrance, type Entrance } from './entrance.js';
import type { Evening } from './evening.js';

/** Brings people from outside: a Poisson stream per phase, each to an entrance, in as there is room. */
export interface Arrivals {
  readonly waitingOutside: number;
  /** Those who come in during one step that ends at `now`. */
  step(
    now: number,
    seconds: number,
    people: readonly Person[],
    densityOf: (ground: Ground) => number,
  ): Person[];
}

/** Metres that must be free of others before somebody joins a crowd from the street. */
const ENTRY_ROOM = 0.4;

/** Places along the line that somebody tries before waiting for the next step. */
const TRIES = 4;

export const createArrivals = (
  { simulation }: SimulatedVenue,
  evening: Evening,
  doors: readonly Door[],
  audience: Audience,
  random: Random,
): Arrivals => {
  const entrances = simulation.entrances.flatMap(({ passage, share, full }): Entrance[] => {
    const door = doors.find(({ way }) => way.id === passage);
    const ground = door?.way.to;
    if (door === undefined || ground === undefined) return [];
    return [{ door, ground, share, full: full ?? 3.5, waiting: 0 }];
  });
  let nextArrival = 0;
  let lastId = 0;

  const wait = (now: number): void => {
    const rate = evening.arrivalRateAt(now);
    nextArrival = rate > 0 ? now - Math.log(1 - random.next()) / rate : now + 1;
  };

  const enter = ({ door, ground }: Entrance, now: number, people: readonly Person[]) => {
    const { from, to } = door.way.line;
    for (let trial = 0; trial < TRIES; trial += 1) {
      const share = random.next();
      const along = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      const landing = { ...nearestOnLine(door.way, along, true) };
      keepInside(ground, landing, WALL_MARGIN);
      if (!hasRoom(people, ground, landing, ENTRY_ROOM)) continue;
      lastId += 1;
      return audience.arrive(lastId, ground, landing.x, landing.y, now);
    }
    return undefined;
  };

  return {
    get waitingOutside() {
      return entrances.reduce((sum, { waiting }) => sum + waiting, 0);
    },
    step(now, seconds, people, densityOf) {
      while (nextArrival <= now) {
        if (evening.arrivalRateAt(nextArrival) > 0 && nextArrival > 0) {
          const entrance = chooseEntrance(entrances, densityOf, random);
          if (entrance) entrance.waiting += 1;
        }
        wait(nextArrival);
      }
      const entered: Person[] = [];
      for (const entrance of entrances) {
        let places = entrance.door.serve(entrance.waiting, seconds);
        while (entrance.waiting > 0 && places >= 1) {
          const person = enter(entrance, now, people);
          if (person === undefined) break;
          entered.push(person);
          entrance.waiting -= 1;
          places -= 1;
          entrance.door.passed(true);
        }
      }
      return entered;
    },
  };
};
