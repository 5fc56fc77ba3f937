import type { ZoneKind } from '@throng/crowd';
import type { Random } from '../random/random.js';
import type { Ground } from '../venue/venue-graph.js';

/** How a ground's crowd slows itself and keeps others out. */
export interface Crowding {
  readonly ground: Ground;
  persons: number;
  /** m/s at which people get on now. */
  speed: number;
  /** Persons for whom there is still room. */
  room: number;
  /** Persons/(s·m) that the ground takes in over each metre of a door, as its crowd stands. */
  intake: number;
  update(seconds: number): void;
}

/** m/s at which even a packed crowd shuffles: speed does not reach zero. */
const SHUFFLE = 0.08;

/** Specific flow that a packed ground still takes in, persons/(s·m). */
const SQUEEZE = 0.12;

/** Seconds over which a crowd's speed follows its density. */
const INERTIA = 6;

const FREE_SPEED: Readonly<Record<ZoneKind, number>> = {
  walkway: 1.32,
  queue: 1.2,
  viewing: 1.15,
  stairs: 0.75,
};

/**
 * A crowd's own fundamental diagram, drawn per ground: speed falls linearly in the logarithm of
 * density (Greenberg below, after Greenshields), with a jam density of its own. It is on purpose
 * not Weidmann's curve, by which a forecaster may compute: a simulator must not flatter it.
 */
export const createCrowding = (ground: Ground, kind: ZoneKind, random: Random): Crowding => {
  const jam = random.between(4.8, 6.4);
  const free = FREE_SPEED[kind] * random.between(0.92, 1.08);
  const knee = random.between(0.5, 0.8);
  const speedAt = (density: number): number => {
    if (density <= knee) return free;
    const slowed = free * (1 - Math.log(density / knee) / Math.log(jam / knee));
    return Math.max(SHUFFLE, slowed);
  };
  const capacityDensity = Math.max(knee, jam / Math.E);
  const crowding: Crowding = {
    ground,
    persons: 0,
    speed: free,
    room: jam * ground.area,
    intake: Number.POSITIVE_INFINITY,
    update(seconds) {
      const density = crowding.persons / ground.area;
      crowding.speed += (speedAt(density) - crowding.speed) * Math.min(1, seconds / INERTIA);
      crowding.room = jam * ground.area - crowding.persons;
      crowding.intake =
        density <= capacityDensity
          ? Number.POSITIVE_INFINITY
          : Math.max(SQUEEZE, density * speedAt(density));
    },
  };
  return crowding;
};
