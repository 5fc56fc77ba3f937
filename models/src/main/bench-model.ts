import { ok, type Result } from '@throng/contract';
import {
  countOf,
  type DensityEstimator,
  frameTensor,
  type LoadedModel,
  type ModelSignature,
  type PersonDetector,
  type Picture,
  type Tensors,
} from '@throng/inference';
import { type BenchPlan, takeTurns, timing } from './take-turns.js';

const GREY = 114;

/** A model that is ready to be timed. */
export interface BenchSubject {
  readonly model: LoadedModel;
  /** Persons in a picture, by the very adapter that an edge agent uses. */
  count(picture: Picture): Promise<Result<number>>;
}

export const countingHeads =
  (estimator: DensityEstimator): BenchSubject['count'] =>
  async (picture) => {
    const map = await estimator.estimate(picture);
    return map.ok ? ok(countOf(map.value)) : map;
  };

export const countingPersons =
  (detector: PersonDetector): BenchSubject['count'] =>
  async (picture) => {
    const found = await detector.detect(picture);
    return found.ok ? ok(found.value.length) : found;
  };

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

/** What the bare runtime is timed on: the picture, or, for a graph that takes no pictures, a grey input. */
export const readyFeeds = ({ inputs: [input] }: ModelSignature, picture: Picture): Tensors => {
  if (input === undefined || input.type === 'uint8') return { frames: frameTensor(picture) };
  const dims = input.shape.map((side) => (typeof side === 'number' ? side : 1));
  const length = dims.reduce((product, side) => product * side, 1);
  const values = new Float32Array(length).fill(GREY);
  return { [input.name]: { type: 'float32', dims, values } };
};

/** Times our way and the bare runtime in turns. */
export const benchModel = async (
  { model, count }: BenchSubject,
  picture: Picture,
  plan: BenchPlan,
): Promise<Result<BenchFigures>> => {
  const first = await count(picture);
  if (!first.ok) return first;
  const feeds = readyFeeds(model.signature, picture);
  const medians = await takeTurns(
    [timing(() => count(picture), plan), () => model.time(feeds)],
    plan,
  );
  if (!medians.ok) return medians;
  const [ms = 0, bareMs = 0] = medians.value;
  const framesPerSecond = 1_000 / ms;
  return ok({
    ms,
    bareMs,
    ratio: ms / bareMs,
    framesPerSecond,
    personsPerSecond: first.value * framesPerSecond,
  });
};
