import { nextWay, type Person } from '../people/person.js';
import { closePairs } from './close-pairs.js';
import { type Intent, intentOf } from './intent.js';
import { keepApart } from './keep-apart.js';
import { walk } from './walk.js';

/** Metres from their spot at which a stay of some seconds begins. */
const THERE = 3.5;

/** Radians per second by which people turn at most. */
const TURN_RATE = 3;

/** m/s above which people look where they walk. */
const WALKING = 0.15;

/** Share of the difference by which the shown speed follows the real one in a step. */
const SMOOTHING = 0.4;

const beginStay = (person: Person, now: number): void => {
  if (person.stop === undefined || person.stayEnds !== undefined || nextWay(person)) return;
  const away = Math.hypot(person.spot.x - person.x, person.spot.y - person.y);
  if (away < THERE) person.stayEnds = now + person.stop.seconds;
};

const turnTowards = (person: Person, direction: number, seconds: number): void => {
  const off = direction - person.heading;
  const shortest = Math.atan2(Math.sin(off), Math.cos(off));
  const most = TURN_RATE * seconds;
  person.heading += Math.max(-most, Math.min(most, shortest));
};

/** People look where they walk; standing, at what they came for or wait for. */
const turn = (
  person: Person,
  { target }: Intent,
  dx: number,
  dy: number,
  seconds: number,
): void => {
  const moving = Math.sqrt(dx * dx + dy * dy) / seconds > WALKING;
  const sight = (nextWay(person) ? undefined : person.stop?.place.facing) ?? target;
  const [x, y] = moving ? [dx, dy] : [sight.x - person.x, sight.y - person.y];
  if (x * x + y * y > 1e-4) turnTowards(person, Math.atan2(y, x), seconds);
};

/** One step of everybody: towards the next door or the spot, then apart from one another. */
export const stepPeople = (people: readonly Person[], now: number, seconds: number): void => {
  const before = people.map(({ x, y }) => ({ x, y }));
  const intents = people.map(intentOf);
  const pairs = closePairs(people);
  walk(people, intents, pairs, seconds);
  keepApart(people, pairs);
  people.forEach((person, index) => {
    const [start, intent] = [before[index], intents[index]];
    if (!start || !intent) return;
    const [dx, dy] = [person.x - start.x, person.y - start.y];
    const moved = Math.sqrt(dx * dx + dy * dy);
    person.speed += (moved / seconds - person.speed) * SMOOTHING;
    person.walked += moved;
    turn(person, intent, dx, dy, seconds);
    beginStay(person, now);
  });
};
