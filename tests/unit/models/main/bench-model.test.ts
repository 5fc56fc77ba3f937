import { ok } from '@throng/contract';
import { ASSUMED_ERROR, type LoadedModel } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { benchModel, countingHeads } from '../../../../models/src/main/bench-model.js';
import { benchRivals } from '../../../../models/src/main/bench-rivals.js';
import { TASK_SIGNATURES } from '../../../../models/src/registry/task-signature.js';
import { OnnxDensityEstimator } from '../../../../packages/inference/src/onnx/onnx-density-estimator.js';

const picture = { width: 16, height: 8, pixels: new Uint8Array(16 * 8 * 3) };

/** A model that counts three people, whose clock moves only by what its runs take, milliseconds. */
const timed = (ours: (run: number) => number, bare: number) => {
  let now = 0;
  let runs = 0;
  const model: LoadedModel = {
    signature: TASK_SIGNATURES.density,
    provider: 'cpu',
    run: async () => {
      now += ours(runs);
      runs += 1;
      const values = Float32Array.of(1, 2);
      return ok({ density: { type: 'float32', dims: [1, 1, 2], values } });
    },
    time: async () => {
      now += bare;
      return ok(bare);
    },
  };
  const estimator = new OnnxDensityEstimator('three', ASSUMED_ERROR, model);
  return { subject: { model, count: countingHeads(estimator) }, now: () => now };
};

const plan = { warmUp: 2, runs: 5 } as const;

describe('[U] the bench', () => {
  it('gives medians, their ratio, and persons per second', async () => {
    const { subject, now } = timed(() => 12, 10);
    expect(await benchModel(subject, picture, { ...plan, now })).toEqual(
      ok({
        ms: 12,
        bareMs: 10,
        ratio: 1.2,
        framesPerSecond: 1_000 / 12,
        personsPerSecond: 3_000 / 12,
      }),
    );
  });

  it('leaves out the warm-up, and one slow run does not count', async () => {
    const { subject, now } = timed((run) => (run < 3 || run === 5 ? 500 : 12), 10);
    expect(await benchModel(subject, picture, { ...plan, now })).toMatchObject({
      value: { ms: 12 },
    });
  });

  it('says why a model does not run', async () => {
    const { subject, now } = timed(() => 12, 10);
    const larger = { width: 32, height: 8, pixels: new Uint8Array(32 * 8 * 3) };
    expect(await benchModel(subject, larger, { ...plan, now })).toMatchObject({
      code: 'model-failed',
    });
  });
});

describe('[U] the bench of two models', () => {
  const [fast, slow] = [8, 10];

  /** Both models share one clock, as they share one core. */
  const rivals = () => {
    const one = timed(() => fast, 6);
    const other = timed(() => slow, 12);
    return { one: one.subject, other: other.subject, now: () => one.now() + other.now() };
  };

  it('gives the medians of both and their ratios', async () => {
    const { one, other, now } = rivals();
    expect(await benchRivals(one, other, picture, { ...plan, now })).toEqual(
      ok({ ms: 8, rivalMs: 10, bareMs: 6, rivalBareMs: 12, ratio: 0.8, bareRatio: 0.5 }),
    );
  });

  it('stops at a model that fails', async () => {
    const { one, other, now } = rivals();
    const larger = { width: 32, height: 8, pixels: new Uint8Array(32 * 8 * 3) };
    expect(await benchRivals(one, other, larger, { ...plan, now })).toMatchObject({
      code: 'model-failed',
    });
  });
});
