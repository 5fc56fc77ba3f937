import { fileURLToPath } from 'node:url';
import type { Move, Provider } from '@throng/inference';
import { frameTensor } from '@throng/inference';
import { InferenceThread } from '@throng/inference/adapters';
import { describe, expect, it, onTestFinished } from 'vitest';

const density = fileURLToPath(new URL('../../fixtures/models/density.onnx', import.meta.url));
const mortal = new URL('./support/mortal-worker.mjs', import.meta.url);
const stuck = new URL('./support/stuck-worker.mjs', import.meta.url);
const feeds = {
  frames: frameTensor({ width: 32, height: 32, pixels: new Uint8Array(32 * 32 * 3).fill(255) }),
};

const load = async (providers: readonly Provider[], thread = new InferenceThread()) => {
  onTestFinished(() => thread.close());
  const moves: Move[] = [];
  const onMove = (move: Move) => moves.push(move);
  const model = await thread.load(density, { threads: 1, providers, onMove });
  if (!model.ok) throw new Error(model.message);
  return { model: model.value, moves };
};

describe('[I] inference thread', () => {
  it('leaves a provider whose libraries are missing for the next, and says why', async () => {
    // TensorRT is in no package of ours, so that it is missing here as on most boxes
    const { model, moves } = await load(['tensorrt', 'cpu']);
    expect(model.provider).toBe('cpu');
    expect(moves).toMatchObject([
      { from: 'tensorrt', to: 'cpu', reason: expect.stringMatching(/./) },
    ]);
    expect(await model.run(feeds)).toMatchObject({ ok: true });
  });

  it('answers every frame though its thread dies again and again', async () => {
    const { model, moves } = await load(['cpu'], new InferenceThread(mortal));
    const outcomes = [];
    for (const _ of [1, 2, 3, 4]) outcomes.push((await model.run(feeds)).ok);
    expect(outcomes).toEqual([true, true, true, true]);
    expect(moves).toEqual([]);
  });

  it('replaces a thread that is stuck, and answers the same frame', async () => {
    const patience = { opening: 20_000, running: 300 };
    const thread = new InferenceThread(stuck, patience);
    const { model } = await load(['cpu'], thread);
    const outcomes = [];
    for (const _ of [1, 2, 3, 4]) outcomes.push((await model.run(feeds)).ok);
    expect(outcomes).toEqual([true, true, true, true]);
    expect(thread.replaced).toBe(3); // each new one is stuck at its own second frame
  });

  it('times the bare runtime', async () => {
    const { model } = await load(['cpu']);
    const timed = await model.time(feeds);
    expect(timed.ok && timed.value).toBeGreaterThan(0);
  });

  it('says so when it is asked after it was closed', async () => {
    const thread = new InferenceThread();
    const { model } = await load(['cpu'], thread);
    await thread.close();
    expect(await model.run(feeds)).toMatchObject({ ok: false, code: 'model-failed' });
  });
});
