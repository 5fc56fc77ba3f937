import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOutputs } from '../../../../packages/inference/src/stacking/split-outputs.js';

const floats = (dims: readonly number[], values: readonly number[]) => ({
  ...{ type: 'float32' as const, dims, values: Float32Array.from(values) },
});
const batch = (rows: readonly number[]) => ({
  ...{ type: 'int64' as const, dims: [rows.length], values: BigInt64Array.from(rows, BigInt) },
});

describe('[U] split outputs', () => {
  it('cuts [N, …] into N', () => {
    const split = splitOutputs({ density: floats([2, 1, 2], [1, 2, 3, 4]) }, 2);
    expect(split).toEqual({
      ok: true,
      value: [{ density: floats([1, 1, 2], [1, 2]) }, { density: floats([1, 1, 2], [3, 4]) }],
    });
  });

  it('deals rows out by their batch, whatever number of them a frame has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), (rowsPerFrame) => {
        const owners = rowsPerFrame.flatMap((rows, frame) => Array<number>(rows).fill(frame));
        const outputs = {
          boxes: floats(
            [owners.length, 2],
            owners.flatMap((owner) => [owner, -owner]),
          ),
          batch: batch(owners),
        };
        const split = splitOutputs(outputs, rowsPerFrame.length);
        if (!split.ok) throw new Error(split.message);
        expect(split.value.map(({ boxes }) => boxes?.dims[0])).toEqual(rowsPerFrame);
        split.value.forEach(({ boxes, batch: own }, frame) => {
          expect(
            [...(boxes?.values ?? [])].every((value) => Math.abs(Number(value)) === frame),
          ).toBe(true);
          expect([...(own?.values ?? [])].every((value) => value === 0n)).toBe(true);
        });
      }),
    );
  });

  it('refuses what cannot be told apart', () => {
    expect(splitOutputs({ density: floats([3], [1, 2, 3]) }, 2)).toMatchObject({ ok: false });
    expect(splitOutputs({ scores: floats([2], [1, 2]), batch: batch([1, 0]) }, 2).ok).toBe(false);
    expect(splitOutputs({ scores: floats([1], [1]), batch: batch([2]) }, 2).ok).toBe(false);
    expect(splitOutputs({ scores: floats([1], [1]), batch: batch([0, 1]) }, 2).ok).toBe(false);
  });
});
