import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import type { ProviderModel, Runtime } from '../../../../packages/inference/src/ports/runtime.js';
import { StackingRuntime } from '../../../../packages/inference/src/stacking/stacking-runtime.js';

const shape: readonly (number | string)[] = ['N', 'H', 'W', 3];

/** A runtime whose model takes so many milliseconds for a stack of a size. */
const timed = (milliseconds: (count: number) => number | undefined, takes = shape): Runtime => {
  const model: ProviderModel = {
    signature: { inputs: [{ name: 'frames', type: 'uint8', shape: takes }], outputs: [] },
    run: async () => ok({}),
    time: async (feeds) => {
      const time = milliseconds(feeds.frames?.dims[0] ?? 0);
      return time === undefined ? fail('model-failed', 'out of memory') : ok(time);
    },
  };
  return { open: async () => ok(model) };
};

const framesAtOnce = async (runtime: Runtime, provider: 'cuda' | 'cpu' = 'cuda') => {
  const opened = await new StackingRuntime(runtime).open('a.onnx', provider, 1);
  return opened.ok ? (opened.value.framesAtOnce ?? 1) : opened.code;
};

describe('[U] stacking runtime', () => {
  it('stacks as many frames as save time per frame', async () => {
    expect(await framesAtOnce(timed((count) => 4 + count))).toBe(8);
    expect(await framesAtOnce(timed((count) => (count <= 4 ? 4 + count : 100)))).toBe(4);
  });

  it('stacks none where that saves nothing', async () => {
    expect(await framesAtOnce(timed((count) => 4 * count))).toBe(1);
    expect(await framesAtOnce(timed((count) => 3.8 * count + 0.2))).toBe(1);
  });

  it('stacks no more than the provider has memory for', async () => {
    expect(await framesAtOnce(timed((count) => (count > 2 ? undefined : 4 + count)))).toBe(2);
    expect(await framesAtOnce(timed(() => undefined))).toBe(1);
  });

  it('does not ask the CPU, nor a graph that takes one picture only', async () => {
    expect(
      await framesAtOnce(
        timed((count) => 4 + count),
        'cpu',
      ),
    ).toBe(1);
    const single = timed((count) => 4 + count, [1, 'H', 'W', 3]);
    expect(await framesAtOnce(single)).toBe(1);
  });

  it('hands on what cannot be opened', async () => {
    const broken: Runtime = { open: async () => fail('model-invalid', 'no libraries') };
    expect(await framesAtOnce(broken)).toBe('model-invalid');
  });
});
