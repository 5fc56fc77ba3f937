import type { Point } from '@throng/crowd';
import { WALL_MARGIN } from '../movement/keep-apart.js';
import { nextWay, type Person } from '../people/person.js';
import { type Ground, otherEnd } from '../venue/venue-graph.js';
import { keepInside } from '../venue/walkable.js';
import { type Door, nearestOnLine } from './door.js';

/** Metres from a door's line from which a person can be served. */
const REACH = 0.6;

/** Metres behind the line that must be free of others before the next one steps through. */
const LANDING_ROOM = 0.3;

/** Seconds after which somebody squeezes through with half that room. */
const PATIENCE = 6;

/** Is there room for one more at this place? */
export const hasRoom = (
  people: readonly Person[],
  ground: Ground,
  place: Point,
  room: number,
): boolean =>
  !people.some((other) => {
    const [dx, dy] = [other.x - place.x, other.y - place.y];
    return other.ground === ground && dx * dx + dy * dy < room * room;
  });

/** Who stands at which door, the longest waiting first. Notes since when they wait. */
const queuesAt = (people: readonly Person[], now: number): Map<number, Person[]> => {
  const queues = new Map<number, Person[]>();
  for (const person of people) {
    const way = nextWay(person);
    if (way === undefined) {
      person.atDoorSince = undefined;
      continue;
    }
    const near = nearestOnLine(way, person, way.from === person.ground);
    if (Math.hypot(near.x - person.x, near.y - person.y) > REACH) continue;
    person.atDoorSince ??= now;
    const queue = queues.get(way.index);
    if (queue) queue.push(person);
    else queues.set(way.index, [person]);
  }
  for (const queue of queues.values()) {
    queue.sort((a, b) => (a.atDoorSince ?? 0) - (b.atDoorSince ?? 0) || a.id - b.id);
  }
  return queues;
};

/** Lets people through every door, as many as it can serve and as there is room behind it; returns who left the venue. */
export const passDoors = (
  doors: readonly Door[],
  people: readonly Person[],
  now: number,
  seconds: number,
): Set<Person> => {
  const gone = new Set<Person>();
  const queues = queuesAt(people, now);
  for (const door of doors) {
    if (door.way.from === undefined) continue;
    const queue = queues.get(door.way.index) ?? [];
    let places = door.serve(queue.length, seconds);
    for (const person of queue) {
      if (places < 1) break;
      const forward = person.ground === door.way.from;
      const beyond = otherEnd(door.way, person.ground);
      const landing = { ...nearestOnLine(door.way, person, forward) };
      if (beyond !== undefined) {
        keepInside(beyond, landing, WALL_MARGIN);
        const squeezes = now - (person.atDoorSince ?? now) > PATIENCE;
        const room = squeezes ? LANDING_ROOM / 2 : LANDING_ROOM;
        if (!hasRoom(people, beyond, landing, room)) continue;
        person.ground = beyond;
        person.x = landing.x;
        person.y = landing.y;
      } else {
        gone.add(person);
      }
      person.atDoorSince = undefined;
      door.passed(forward);
      places -= 1;
    }
  }
  return gone;
};
