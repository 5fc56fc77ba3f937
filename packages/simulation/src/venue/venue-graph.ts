import { OUTSIDE, toPolygon, toSegment } from '@throng/contract';
import { centroid, distance, orientation, type Point, type Segment } from '@throng/crowd';
import type { SimulatedVenue } from './simulated-venue.js';
import { type Walkable, walkable } from './walkable.js';

/** A zone as people walk in it. `index` is its place in the venue's list. */
export interface Ground extends Walkable {
  readonly index: number;
  readonly id: string;
  readonly middle: Point;
}

/** A way between two grounds; `undefined` stands for outside. */
export interface Way {
  readonly index: number;
  readonly id: string;
  readonly from: Ground | undefined;
  readonly to: Ground | undefined;
  readonly line: Segment;
  readonly middle: Point;
  /** Effective width, metres. */
  readonly width: number;
  /** Persons/s at full service. */
  readonly capacity: number;
  readonly oneWay: boolean;
  /** Whether `line.from` is at the right hand of those who go from → to. */
  readonly startsRight: boolean;
}

export interface VenueGraph {
  readonly grounds: readonly Ground[];
  readonly ways: readonly Way[];
}

/** Persons/s per metre of effective width: what guides plan doors with. */
const PLANNED_SPECIFIC_FLOW = 1.3;

/** @throws RangeError for a venue that `parseSimulatedVenue` would refuse. */
export const venueGraph = ({ venue, simulation }: SimulatedVenue): VenueGraph => {
  const grounds = venue.zones.map(({ id, polygon }, index): Ground => {
    const ground = walkable(toPolygon(polygon));
    if (ground === undefined) throw new RangeError(`Zone "${id}" is not convex.`);
    return { ...ground, index, id, middle: centroid(ground.polygon) };
  });
  const byId = new Map(grounds.map((ground) => [ground.id, ground]));
  const doors = new Map(simulation.doors.map((door) => [door.passage, door]));
  const end = (id: string): Ground | undefined => {
    if (id === OUTSIDE) return undefined;
    const ground = byId.get(id);
    if (ground === undefined) throw new RangeError(`No zone "${id}".`);
    return ground;
  };
  const ways = venue.passages.map((passage, index): Way => {
    const line = toSegment(passage.line);
    const width = passage.width ?? distance(line.from, line.to);
    const door = doors.get(passage.id);
    return {
      index,
      id: passage.id,
      from: end(passage.from),
      to: end(passage.to),
      line,
      middle: { x: (line.from.x + line.to.x) / 2, y: (line.from.y + line.to.y) / 2 },
      width,
      capacity: width * (door?.capacity ?? PLANNED_SPECIFIC_FLOW),
      oneWay: door?.oneWay ?? false,
      startsRight: startsRight(line, end(passage.from), end(passage.to)),
    };
  });
  return { grounds, ways };
};

/** Seen from where one comes, or else against where one goes. */
const startsRight = (line: Segment, from: Ground | undefined, to: Ground | undefined): boolean => {
  if (from) return orientation(line.from, line.to, from.middle) > 0;
  return to === undefined || orientation(line.from, line.to, to.middle) < 0;
};

/** Whether somebody on `ground` may take this way, and where it leads. */
export const leavesFrom = (way: Way, ground: Ground): boolean =>
  way.from === ground || (way.to === ground && !way.oneWay);

export const otherEnd = (way: Way, ground: Ground | undefined): Ground | undefined =>
  way.from === ground ? way.to : way.from;

/** Metres from the middle of a ground to its far end through a way. */
export const wayLength = (way: Way, ground: Ground): number => {
  const beyond = otherEnd(way, ground);
  return (
    distance(ground.middle, way.middle) +
    (beyond === undefined ? 0 : distance(way.middle, beyond.middle))
  );
};
