import { fail, ok } from '@throng/contract';
import { frameTensor, type Tensors } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import type { ProviderModel } from '../../../../packages/inference/src/ports/runtime.js';
import { StackingModel } from '../../../../packages/inference/src/stacking/stacking-model.js';

const WIDTH = 2;
const signature = { inputs: [], outputs: [] };

const picture = (light: number, height = 1): Tensors => ({
  frames: frameTensor({
    ...{ width: WIDTH, height },
    pixels: new Uint8Array(WIDTH * height * 3).fill(light),
  }),
});

/**
 * Says of each frame its light as a density, and one box per ten of light. Its calls are kept by the
 * number of their frames, and wait until the test lets them go on.
 */
const slowModel = (refuses: (count: number) => boolean = () => false) => {
  const calls: number[] = [];
  const model: ProviderModel = {
    signature,
    run: async ({ frames }) => {
      const [count = 0, height = 0] = frames?.dims ?? [];
      calls.push(count);
      const pixels = frames?.values ?? new Uint8Array();
      const lights = Array.from({ length: count }, (_, frame) =>
        Number(pixels[frame * WIDTH * height * 3]),
      );
      await new Promise((resolve) => setImmediate(resolve));
      if (refuses(count)) return fail('model-failed', 'out of memory');
      const owners = lights.flatMap((light, frame) =>
        Array.from({ length: Math.floor(light / 10) }, () => frame),
      );
      return ok({
        scores: {
          type: 'float32',
          dims: [owners.length],
          values: Float32Array.from(owners, (owner) => (lights[owner] ?? 0) / 100),
        },
        batch: {
          type: 'int64',
          dims: [owners.length],
          values: BigInt64Array.from(owners, (owner) => BigInt(owner)),
        },
      });
    },
    time: async () => ok(1),
  };
  return { model, calls };
};

const scoresOf = (outcome: Awaited<ReturnType<ProviderModel['run']>>) =>
  outcome.ok
    ? [...(outcome.value.scores?.values ?? [])].map((score) => Number(score).toFixed(2))
    : outcome.code;

describe('[U] stacking model', () => {
  it('gives frames that wait at the same time in one call, and each asker its own answer', async () => {
    const { model, calls } = slowModel();
    const stacking = new StackingModel(model, 4);
    const answers = await Promise.all([10, 20, 5, 30].map((light) => stacking.run(picture(light))));
    expect(calls).toEqual([4]);
    expect(answers.map(scoresOf)).toEqual([['0.10'], ['0.20', '0.20'], [], Array(3).fill('0.30')]);
  });

  it('answers a frame of a stack exactly as one that came alone', async () => {
    const { model } = slowModel();
    const stacking = new StackingModel(model, 4);
    const [, together] = await Promise.all([
      stacking.run(picture(10)),
      stacking.run(picture(20)),
      stacking.run(picture(30)),
    ]);
    expect(together).toEqual(await model.run(picture(20)));
  });

  it('stacks no more frames than it may, and only those of one size', async () => {
    const { model, calls } = slowModel();
    const stacking = new StackingModel(model, 2);
    const answers = await Promise.all([
      stacking.run(picture(10)),
      stacking.run(picture(20, 3)),
      stacking.run(picture(10)),
      stacking.run(picture(10)),
    ]);
    expect(calls).toEqual([2, 1, 1]);
    expect(answers.map(scoresOf)).toEqual([['0.10'], ['0.20', '0.20'], ['0.10'], ['0.10']]);
  });

  it('asks frame by frame where a stack fails, and loses none', async () => {
    const { model, calls } = slowModel((count) => count > 1);
    const stacking = new StackingModel(model, 4);
    const answers = await Promise.all([stacking.run(picture(10)), stacking.run(picture(20))]);
    expect(calls).toEqual([2, 1, 1]);
    expect(answers.map(scoresOf)).toEqual([['0.10'], ['0.20', '0.20']]);
  });

  it('tells the asker of a frame that fails alone too, and only that one', async () => {
    const { model } = slowModel();
    const strange = picture(99);
    const picky: ProviderModel = {
      ...model,
      run: async (feeds) => {
        const [count] = feeds.frames?.dims ?? [];
        const isStrange = feeds.frames?.values[0] === 99;
        return count !== 1 || isStrange ? fail('model-failed', 'strange') : model.run(feeds);
      },
    };
    const stacking = new StackingModel(picky, 4);
    const answers = await Promise.all([stacking.run(picture(10)), stacking.run(strange)]);
    expect(answers.map(scoresOf)).toEqual([['0.10'], 'model-failed']);
  });

  it('passes by what is no frame', async () => {
    const { model, calls } = slowModel();
    const stacking = new StackingModel(model, 4);
    const two: Tensors = {
      ...picture(10),
      size: { type: 'int64', dims: [2], values: new BigInt64Array(2) },
    };
    await Promise.all([stacking.run(two), stacking.run(two)]);
    expect(calls).toEqual([1, 1]);
  });
});
