import { ok, type Result } from '@throng/contract';
import type { Picture } from '@throng/inference';
import { type BenchSubject, readyFeeds } from './bench-model.js';
import { type BenchPlan, takeTurns, timing } from './take-turns.js';

/** Two models on one picture, in turns: medians in milliseconds. */
export interface RivalFigures {
  /** From pixels in memory to people. */
  readonly ms: number;
  readonly rivalMs: number;
  /** The bare runtime on a ready tensor: for a graph of fixed input size always that size. */
  readonly bareMs: number;
  readonly rivalBareMs: number;
  /** ms / rivalMs: below 1 the model is the faster one. */
  readonly ratio: number;
  /** bareMs / rivalBareMs */
  readonly bareRatio: number;
}

export const benchRivals = async (
  subject: BenchSubject,
  rival: BenchSubject,
  picture: Picture,
  plan: BenchPlan,
): Promise<Result<RivalFigures>> => {
  const both = [subject, rival];
  const medians = await takeTurns(
    [
      ...both.map(({ count }) => timing(() => count(picture), plan)),
      ...both.map(
        ({ model }) =>
          () =>
            model.time(readyFeeds(model.signature, picture)),
      ),
    ],
    plan,
  );
  if (!medians.ok) return medians;
  const [ms = 0, rivalMs = 0, bareMs = 0, rivalBareMs = 0] = medians.value;
  const [ratio, bareRatio] = [ms / rivalMs, bareMs / rivalBareMs];
  return ok({ ms, rivalMs, bareMs, rivalBareMs, ratio, bareRatio });
};
