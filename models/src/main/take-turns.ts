import { ok, type Result } from '@throng/contract';
import { median } from '../evaluation/median.js';

/** Runs one thing once and says how long it took, in milliseconds. */
export type Turn = () => Promise<Result<number>>;

export interface BenchPlan {
  readonly warmUp: number;
  readonly runs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** A turn of anything that answers; its failure ends the bench. */
export const timing =
  (act: () => Promise<Result<unknown>>, { now }: BenchPlan): Turn =>
  async () => {
    const start = now();
    const outcome = await act();
    const ms = now() - start;
    return outcome.ok ? ok(ms) : outcome;
  };

/**
 * Median milliseconds of each turn over the runs after the warm-up. All take turns in every run, in
 * reverse order every other run, so that a machine that grows slow or fast meanwhile touches all alike.
 */
export const takeTurns = async (
  turns: readonly Turn[],
  { warmUp, runs }: BenchPlan,
): Promise<Result<number[]>> => {
  const taken: number[][] = turns.map(() => []);
  for (let run = 0; run < warmUp + runs; run += 1) {
    const order = [...turns.entries()];
    for (const [index, turn] of run % 2 === 0 ? order : order.reverse()) {
      const ms = await turn();
      if (!ms.ok) return ms;
      if (run >= warmUp) taken[index]?.push(ms.value);
    }
  }
  return ok(taken.map(median));
};
