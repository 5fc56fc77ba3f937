import type { ModelEntry } from '@throng/contract';
import { ok, type Result } from '@throng/contract';
import { frameTensor } from '../adapters/frame-tensor.js';
import { onnxDensityModel } from '../adapters/onnx-density-model.js';
import { onnxPersonModel } from '../adapters/onnx-person-model.js';
import { median } from '../evaluation/median.js';
import { countOf } from '../ports/density-model.js';
import type { InferenceSession } from '../ports/inference-session.js';
import type { Picture } from '../ports/picture.js';

export interface BenchPlan {
  readonly task: ModelEntry['task'];
  readonly leastScore: number;
  readonly warmUp: number;
  readonly runs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** Medians over runs of one model on one picture. */
export interface BenchFigures {
  /** Milliseconds per frame, from pixels in memory to people. */
  readonly ms: number;
  /** Milliseconds of the bare runtime on a ready tensor. */
  readonly bareMs: number;
  /** ms / bareMs: 1 would mean that our part costs nothing. */
  readonly ratio: number;
  readonly framesPerSecond: number;
  /** People counted per second: persons in the picture × frames per second. */
  readonly personsPerSecond: number;
}

/** Persons in a picture, by the task's own adapter. */
const counter = (session: InferenceSession, { task, leastScore }: BenchPlan) => {
  if (task === 'density') {
    const model = onnxDensityModel(session);
    return async (picture: Picture): Promise<Result<number>> => {
      const map = await model.estimate(picture);
      return map.ok ? ok(countOf(map.value)) : map;
    };
  }
  const model = onnxPersonModel(session, leastScore);
  return async (picture: Picture): Promise<Result<number>> => {
    const found = await model.detect(picture);
    return found.ok ? ok(found.value.length) : found;
  };
};

/**
 * Times our way and the bare runtime in turns, each first every other time, so that a machine that
 * grows slow or fast meanwhile touches both alike.
 */
export const benchModel = async (
  session: InferenceSession,
  picture: Picture,
  plan: BenchPlan,
): Promise<Result<BenchFigures>> => {
  const count = counter(session, plan);
  const bare = session.bare({ frames: frameTensor(picture) });
  const first = await count(picture);
  if (!first.ok) return first;
  const timed = async (work: () => Promise<unknown>, into: number[]): Promise<void> => {
    const start = plan.now();
    await work();
    into.push(plan.now() - start);
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < plan.warmUp + plan.runs; run += 1) {
    const turns = [() => timed(() => count(picture), ours), () => timed(bare, theirs)];
    for (const turn of run % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  const ms = median(ours.slice(plan.warmUp));
  const bareMs = median(theirs.slice(plan.warmUp));
  const framesPerSecond = 1_000 / ms;
  return ok({
    ms,
    bareMs,
    ratio: ms / bareMs,
    framesPerSecond,
    personsPerSecond: first.value * framesPerSecond,
  });
};
