import type { Stance } from '../figure/stance.js';
import type { Random } from '../random/random.js';

/** Metres that two people keep between their middles, at the least. */
const APART = 0.34;

/** Tries per person before the ground counts as full. */
const TRIES = 60;

/** A rectangle of ground, metres. */
interface Ground {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/**
 * `density` persons/m² on the ground, each place as likely as any other, none nearer than 0.34 m
 * to another. More than about 5.5 persons/m² find no room this way.
 */
export const evenCrowd = (random: Random, density: number, ground: Ground): Stance[] => {
  const { minX, maxX, minY, maxY } = ground;
  const wanted = Math.round(density * (maxX - minX) * (maxY - minY));
  const taken = new Map<string, { x: number; y: number }[]>();
  const cellOf = (x: number, y: number): string => `${Math.floor(x)},${Math.floor(y)}`;
  const crowded = (x: number, y: number): boolean =>
    [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) =>
        (taken.get(cellOf(x + dx, y + dy)) ?? []).some(
          (other) => Math.hypot(other.x - x, other.y - y) < APART,
        ),
      ),
    );
  const towards = random.between(0, 2 * Math.PI);
  const people: Stance[] = [];
  for (let trial = 0; trial < wanted * TRIES && people.length < wanted; trial += 1) {
    const [x, y] = [random.between(minX, maxX), random.between(minY, maxY)];
    if (crowded(x, y)) continue;
    taken.set(cellOf(x, y), [...(taken.get(cellOf(x, y)) ?? []), { x, y }]);
    people.push({
      id: random.whole(0, 2_000_000_000),
      x,
      y,
      heading: towards + 0.8 * random.normal(),
      speed: random.chance(0.5) ? random.between(0.3, 1.4) : 0,
      walked: random.between(0, 100),
    });
  }
  return people;
};
