import type { Point } from '@throng/crowd';
import { nearestOnLine } from '../doors/door.js';
import { nextWay, type Person } from '../people/person.js';
import { keepApart } from './keep-apart.js';
import type { NeighbourGrid } from './neighbour-grid.js';
import { walkTowards } from './walk.js';

/** Metres from their spot at which people are content, and at which a short stay begins. */
const [CONTENT, THERE] = [0.4, 2.5];

/** Radians per second by which people turn at most. */
const TURN_RATE = 3;

/** m/s above which people look where they walk. */
const WALKING = 0.15;

const targetOf = (person: Person): Point => {
  const way = nextWay(person);
  return way ? nearestOnLine(way, person) : person.spot;
};

const beginStay = (person: Person, now: number): void => {
  if (person.stop === undefined || person.stayEnds !== undefined || nextWay(person)) return;
  const away = Math.hypot(person.spot.x - person.x, person.spot.y - person.y);
  if (away < THERE) person.stayEnds = now + person.stop.seconds;
};

const turnTowards = (person: Person, direction: number, seconds: number): void => {
  const off = Math.atan2(Math.sin(direction - person.heading), Math.cos(direction - person.heading));
  const most = TURN_RATE * seconds;
  person.heading += Math.max(-most, Math.min(most, off));
};

/** One step of everybody: towards the next door or the spot, then apart from one another. */
export const stepPeople = (
  people: readonly Person[],
  grid: NeighbourGrid<Person>,
  now: number,
  seconds: number,
): void => {
  const before = people.map(({ x, y }) => ({ x, y }));
  const targets = people.map(targetOf);
  const moves = people.map((person, index) => {
    const target = targets[index] ?? person;
    const content =
      nextWay(person) === undefined &&
      Math.hypot(target.x - person.x, target.y - person.y) < CONTENT;
    return content ? { x: 0, y: 0 } : walkTowards(person, target, seconds, grid);
  });
  people.forEach((person, index) => {
    const move = moves[index];
    if (!move) return;
    person.x += move.x;
    person.y += move.y;
  });
  keepApart(people, grid);
  people.forEach((person, index) => {
    const [start, target] = [before[index] ?? person, targets[index] ?? person];
    const [dx, dy] = [person.x - start.x, person.y - start.y];
    const moved = Math.hypot(dx, dy);
    person.speed += (moved / seconds - person.speed) * 0.4;
    person.walked += moved;
    const facing = (nextWay(person) ? undefined : person.stop?.place.facing) ?? target;
    const look = moved / seconds > WALKING ? { x: dx, y: dy } : {
      x: facing.x - person.x,
      y: facing.y - person.y,
    };
    if (Math.hypot(look.x, look.y) > 0.01) turnTowards(person, Math.atan2(look.y, look.x), seconds);
    beginStay(person, now);
  });
};
