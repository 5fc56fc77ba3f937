import type { Point } from '@throng/crowd';
import type { Person } from '../people/person.js';
import type { NeighbourGrid } from './neighbour-grid.js';
import { NEIGHBOUR_REACH } from './neighbour-grid.js';

/** Persons/m² at which nobody gets ahead any more, by Weidmann's fit. */
const JAM = 5.4;

/** Even in a jam people shuffle: share of the free speed. */
const SHUFFLE = 0.04;

/** m² of the half disc ahead in which people look for room. */
const AHEAD = (Math.PI * NEIGHBOUR_REACH ** 2) / 2;

/** Radians by which one gives way, to the right, to somebody who comes towards one. */
const GIVE_WAY = 0.6;

/**
 * The share of the free speed that is left among `density` persons/m²:
 * 1 − exp(−1.913 (1/ρ − 1/5.4)). Source: Weidmann, "Transporttechnik der Fussgänger", 1993.
 */
const pace = (density: number): number =>
  density < 0.1 ? 1 : Math.max(SHUFFLE, 1 - Math.exp(-1.913 * (1 / density - 1 / JAM)));

/** The move of one step towards a target, metres; people ahead slow it down and turn it aside. */
export const walkTowards = (
  person: Person,
  target: Point,
  seconds: number,
  grid: NeighbourGrid<Person>,
): Point => {
  const [toX, toY] = [target.x - person.x, target.y - person.y];
  const left = Math.hypot(toX, toY);
  if (left < 0.02) return { x: 0, y: 0 };
  const [ahead, aside] = [toX / left, toY / left];
  let [nearby, oncoming] = [0, 0];
  grid.around(person.x, person.y, (other) => {
    if (other === person || other.ground !== person.ground) return;
    const [dx, dy] = [other.x - person.x, other.y - person.y];
    const distance = Math.hypot(dx, dy);
    if (distance > NEIGHBOUR_REACH || dx * ahead + dy * aside <= 0) return;
    nearby += 1;
    const facing = Math.cos(other.heading) * ahead + Math.sin(other.heading) * aside;
    if (facing < -0.5 && other.speed > 0.2) oncoming += 1;
  });
  const step = Math.min(left, person.freeSpeed * pace(nearby / AHEAD) * seconds);
  const turn = oncoming > 0 ? -GIVE_WAY : 0;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: (ahead * cos - aside * sin) * step, y: (ahead * sin + aside * cos) * step };
};
