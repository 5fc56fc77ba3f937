import type { Door } from '../doors/door.js';
import type { Random } from '../random/random.js';
import type { Ground } from '../venue/venue-graph.js';

/** Where people come in, and those who wait outside for room. */
export interface Entrance {
  readonly door: Door;
  readonly ground: Ground;
  readonly share: number;
  /** Persons/m² behind it from which newcomers look elsewhere. */
  readonly full: number;
  waiting: number;
}

/** How many of those who meet a full entrance look for another one. */
const LOOK_ELSEWHERE = 0.65;

/** Which entrance a newcomer takes: the usual one, or the freest if that one is full. */
export const chooseEntrance = (
  entrances: readonly Entrance[],
  densityOf: (ground: Ground) => number,
  random: Random,
): Entrance | undefined => {
  let draw = random.next() * entrances.reduce((sum, { share }) => sum + share, 0);
  const usual =
    entrances.find(({ share }) => {
      draw -= share;
      return draw < 0;
    }) ?? entrances[0];
  if (usual === undefined || densityOf(usual.ground) < usual.full) return usual;
  if (!random.chance(LOOK_ELSEWHERE)) return usual;
  return entrances.reduce((best, entrance) =>
    densityOf(entrance.ground) < densityOf(best.ground) ? entrance : best,
  );
};
