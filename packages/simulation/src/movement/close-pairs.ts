import type { Person } from '../people/person.js';

/** Metres within which two people are a pair; also the side of a grid cell. */
export const PAIR_REACH = 1;

/** Everybody who is near somebody: `first[k]` and `second[k]` are indices of people, k < count. */
export interface ClosePairs {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly count: number;
}

/**
 * All pairs nearer than 1 m on the same ground. Each person looks at the nine cells round them
 * for those who were put there before, so that each pair is found once.
 */
export const closePairs = (people: readonly Person[]): ClosePairs => {
  const [first, second]: [number[], number[]] = [[], []];
  let [minX, minY, maxX] = [Infinity, Infinity, -Infinity];
  for (const { x, y } of people) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
  }
  const columns = Math.floor(maxX - minX) + 3;
  const latest = new Map<number, number>();
  const earlier = new Int32Array(people.length);
  people.forEach((person, index) => {
    const { x, y, ground } = person;
    const home = (Math.floor(y - minY) + 1) * columns + Math.floor(x - minX) + 1;
    for (let row = home - columns; row <= home + columns; row += columns) {
      for (let cell = row - 1; cell <= row + 1; cell += 1) {
        for (let other = latest.get(cell) ?? -1; other >= 0; other = earlier[other] ?? -1) {
          const neighbour = people[other];
          if (neighbour === undefined || neighbour.ground !== ground) continue;
          const [dx, dy] = [neighbour.x - x, neighbour.y - y];
          if (dx * dx + dy * dy >= PAIR_REACH * PAIR_REACH) continue;
          first.push(other);
          second.push(index);
        }
      }
    }
    earlier[index] = latest.get(home) ?? -1;
    latest.set(home, index);
  });
  return { first, second, count: first.length };
};
