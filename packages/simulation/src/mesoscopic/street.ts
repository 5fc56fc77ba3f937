import type { Evening } from '../evening/evening.js';
import type { Random } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import type { Ground } from '../venue/venue-graph.js';
import type { Gate } from './gate.js';
import type { Itineraries } from './itineraries.js';
import { CLOSED, waitAt } from './route-planner.js';

/** Brings parties to the entrances: Poisson streams by phase, and bursts as from trains. */
export interface Street {
  readonly waiting: number;
  step(now: number, seconds: number): void;
  /** Sends those who wait away; nobody comes any more. */
  close(): void;
}

interface Entrance {
  readonly gate: Gate;
  readonly ground: Ground;
  readonly share: number;
  /** Persons/m² behind it from which newcomers look for another one; never where not given. */
  readonly full: number;
  readonly bursts: SimulatedVenue['simulation']['entrances'][number]['bursts'];
  /** Seconds by which the present burst is late, drawn anew for each. */
  late: number;
}

/** Seconds of waiting above which newcomers look for a quicker entrance. */
const PATIENCE = 90;

/** How late a burst comes, seconds: the standard deviation before its sign is dropped. */
const LATENESS = 40;

/** How many of those do. */
const LOOK_ELSEWHERE = 0.6;

/** A draw from the Poisson distribution (Knuth; means here are a few persons). */
const poisson = (mean: number, random: Random): number => {
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count += 1;
  }
  return count;
};

export const createStreet = (
  simulation: SimulatedVenue['simulation'],
  evening: Evening,
  gates: readonly Gate[],
  itineraries: Itineraries,
  densityOf: (ground: Ground) => number,
  random: Random,
): Street => {
  const entrances = simulation.entrances.flatMap(({ passage, share, bursts, full }): Entrance[] => {
    const gate = gates.find(({ way }) => way.id === passage);
    const ground = gate?.way.to;
    if (gate === undefined || ground === undefined) return [];
    return [{ gate, ground, share, bursts, late: 0, full: full ?? Number.POSITIVE_INFINITY }];
  });
  const total = entrances.reduce((sum, { share }) => sum + share, 0);
  const sizes = simulation.parties ?? [1];
  const meanSize =
    sizes.reduce((sum, share, index) => sum + share * (index + 1), 0) /
    sizes.reduce((sum, share) => sum + share, 0);

  let closed = false;

  /** Seconds of waiting as newcomers see it: a crowd behind the entrance is as bad as a closed one. */
  const waitAs = ({ full, gate, ground }: Entrance): number =>
    densityOf(ground) >= full ? CLOSED : waitAt(gate);

  const queueUp = (usual: Entrance, now: number): void => {
    const quickest = entrances.reduce((best, each) => (waitAs(each) < waitAs(best) ? each : best));
    const looks = waitAs(usual) > PATIENCE && random.chance(LOOK_ELSEWHERE);
    const { gate, ground } = looks ? quickest : usual;
    gate.forward.push(itineraries.make(gate.way, ground, now));
  };

  /** Persons/s of a burst: evenly over the seconds in which it arrives, as late as trains are. */
  const burstRate = (entrance: Entrance, now: number): number => {
    const { bursts } = entrance;
    if (bursts === undefined) return 0;
    const due = (now - (bursts.first ?? bursts.every / 2)) % bursts.every;
    if (due < 0) return 0;
    if (due < 1) entrance.late = Math.min(bursts.every / 2, Math.abs(LATENESS * random.normal()));
    const passed = due - entrance.late;
    return passed >= 0 && passed < bursts.within ? bursts.persons / bursts.within : 0;
  };

  return {
    get waiting() {
      return entrances.reduce(
        (sum, { gate }) => sum + gate.forward.reduce((persons, { size }) => persons + size, 0),
        0,
      );
    },
    close() {
      closed = true;
      for (const { gate } of entrances) gate.forward.length = 0;
    },
    step(now, seconds) {
      const rate = evening.arrivalRateAt(now);
      const isOver = closed || now >= evening.length;
      for (const entrance of entrances) {
        const persons = (rate * entrance.share) / total + burstRate(entrance, now);
        const parties = isOver ? 0 : poisson((persons * seconds) / meanSize, random);
        for (let count = 0; count < parties; count += 1) queueUp(entrance, now);
      }
    },
  };
};
