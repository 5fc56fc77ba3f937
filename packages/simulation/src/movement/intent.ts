import type { Point } from '@throng/crowd';
import { nearestOnLine } from '../doors/door.js';
import { nextWay, type Person } from '../people/person.js';

/** Where somebody wants to get in this step. */
export interface Intent {
  readonly target: Point;
  /** Unit vector towards the target, and metres left; 0 for those who are content where they are. */
  readonly x: number;
  readonly y: number;
  readonly left: number;
}

/** Metres from their spot at which people are content. */
const CONTENT = 0.4;

/** Towards the next door, or the spot on this ground. */
export const intentOf = (person: Person): Intent => {
  const way = nextWay(person);
  const target = way ? nearestOnLine(way, person, way.from === person.ground) : person.spot;
  const [dx, dy] = [target.x - person.x, target.y - person.y];
  const left = Math.sqrt(dx * dx + dy * dy);
  if (left < (way ? 0.02 : CONTENT)) return { target, x: 0, y: 0, left: 0 };
  return { target, x: dx / left, y: dy / left, left };
};
