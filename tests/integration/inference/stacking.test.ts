import { fileURLToPath } from 'node:url';
import { frameTensor, type Tensors } from '@throng/inference';
import { InferenceThread } from '@throng/inference/adapters';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StackingModel } from '../../../packages/inference/src/stacking/stacking-model.js';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/models/${name}.onnx`, import.meta.url));

/** White squares of 32 px on black, on a grid of 32 px: what the models of the tests count. */
const squares = (places: readonly (readonly [column: number, row: number])[]): Tensors => {
  const [width, height] = [128, 96];
  const pixels = new Uint8Array(new SharedArrayBuffer(width * height * 3));
  for (const [column, row] of places) {
    for (let y = row * 32; y < (row + 1) * 32; y += 1) {
      const from = (y * width + column * 32) * 3;
      pixels.fill(255, from, from + 32 * 3);
    }
  }
  return { frames: frameTensor({ width, height, pixels }) };
};

const PICTURES = [
  squares([[0, 0]]),
  squares([]),
  squares([
    [1, 1],
    [3, 2],
  ]),
  squares([
    [0, 0],
    [2, 0],
    [3, 1],
  ]),
];

describe.each(['density', 'person'])('[I] a stack of frames for the model %s', (name) => {
  it('gives each frame the very answer that it gets alone', async () => {
    const thread = new InferenceThread();
    onTestFinished(() => thread.close());
    const opened = await thread.open(fixture(name), 'cpu', 1);
    if (!opened.ok) throw new Error(opened.message);
    const calls: number[] = [];
    const counted = {
      ...opened.value,
      run: (feeds: Tensors) => {
        calls.push(feeds.frames?.dims[0] ?? 0);
        return opened.value.run(feeds);
      },
    };
    const stacking = new StackingModel(counted, 4);
    const together = await Promise.all(PICTURES.map((picture) => stacking.run(picture)));
    expect(calls).toEqual([4]);
    const alone = [];
    for (const picture of PICTURES) alone.push(await opened.value.run(picture));
    expect(together).toEqual(alone);
    expect(alone.every(({ ok }) => ok)).toBe(true);
  });
});
