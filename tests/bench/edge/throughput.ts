import { setTimeout as wait } from 'node:timers/promises';
import type { Arm } from '../shared/arm.js';
import { median } from '../shared/statistics.js';

/** An arm, and how many frames it looks at in a turn: about as long as the others' turns. */
export interface Contestant {
  readonly name: string;
  readonly arm: Arm;
  readonly framesPerTurn: number;
}

/** Turns after which code is compiled and buffers are in use; a camera runs for days. */
const WARM_UP_TURNS = 5;

/** Milliseconds in which a decoder fills again what its turn has emptied. */
const CATCH_UP = 200;

/** Frames per second of one core, turn by turn. */
export type Speeds = ReadonlyMap<string, readonly number[]>;

/**
 * Lets the arms look at frames in turns, in another order each time, so that a machine that grows
 * slow or fast meanwhile touches all alike. What a decoder does ahead after a turn counts to it; what
 * an agent does whether frames come or not, once in seconds, hardly does.
 */
export const takeTurns = async (
  contestants: readonly Contestant[],
  turns: number,
  onTurn: (turn: number) => void,
): Promise<Speeds> => {
  for (const { arm, framesPerTurn } of contestants) {
    await arm.ask(`run ${WARM_UP_TURNS * framesPerTurn}`);
  }
  const speeds = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    const order = turn % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, arm, framesPerTurn } of order) {
      const before = arm.spent();
      await arm.ask(`run ${framesPerTurn}`);
      await wait(CATCH_UP);
      speeds.get(name)?.push(framesPerTurn / (arm.spent() - before));
    }
    onTurn(turn + 1);
  }
  return speeds;
};

/** Median over the turns of one arm's speed, frames/s of a core. */
export const speedOf = (speeds: Speeds, name: string): number => median(speeds.get(name) ?? []);

/** Median over the turns of how many times faster one arm is than another: pairs, not means. */
export const ratioOf = (speeds: Speeds, one: string, other: string): number => {
  const others = speeds.get(other) ?? [];
  return median((speeds.get(one) ?? []).map((speed, turn) => speed / (others[turn] ?? Number.NaN)));
};
