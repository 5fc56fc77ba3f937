import { fail, ok, type Result } from '@throng/contract';
import type { Tensors, TensorValue } from '../ports/loaded-model.js';

const cellsPerRow = ({ dims }: TensorValue): number =>
  dims.slice(1).reduce((product, side) => product * side, 1);

const rowsOf = (tensor: TensorValue, from: number, to: number): TensorValue => {
  const width = cellsPerRow(tensor);
  const dims = [to - from, ...tensor.dims.slice(1)];
  // a copy: a view would keep the whole stack's answer alive
  return { ...tensor, dims, values: tensor.values.slice(from * width, to * width) };
};

/** Where each frame's rows begin in an output whose rows are the frame's own: `batch` tells, rising. */
const boundaries = (batch: BigInt64Array, count: number): number[] | undefined => {
  const starts = [0];
  for (let row = 0; row < batch.length; row += 1) {
    const frame = Number(batch[row]);
    if (frame < starts.length - 1 || frame >= count) return undefined;
    while (starts.length <= frame) starts.push(row);
  }
  while (starts.length <= count) starts.push(batch.length);
  return starts;
};

/**
 * The answer to a stack of `count` frames as the answers to each: an output [N, …] is cut into N; where
 * the model states `batch: int64 [K]`, outputs [K, …] are dealt out by it, and each answer's own
 * `batch` is all 0, as if its frame had come alone.
 */
export const splitOutputs = (
  outputs: Tensors,
  count: number,
): Result<Tensors[], 'model-failed'> => {
  const batch = outputs.batch?.values;
  const starts =
    batch instanceof BigInt64Array
      ? boundaries(batch, count)
      : Array.from({ length: count + 1 }, (_, frame) => frame);
  const rows = starts?.at(-1);
  const misfit = Object.entries(outputs).find(([, { dims }]) => dims[0] !== rows);
  if (starts === undefined || misfit !== undefined) {
    const [name, { dims }] = misfit ?? ['batch', { dims: outputs.batch?.dims ?? [] }];
    return fail(
      'model-failed',
      `${name}[${dims.join(', ')}] cannot be dealt out to ${count} frames`,
    );
  }
  return ok(
    Array.from({ length: count }, (_, frame) => {
      const [from = 0, to = 0] = [starts[frame], starts[frame + 1]];
      const answers = Object.entries(outputs).map(([name, tensor]) => {
        const part = rowsOf(tensor, from, to);
        const isBatch = name === 'batch' && part.values instanceof BigInt64Array;
        return [name, isBatch ? { ...part, values: new BigInt64Array(to - from) } : part];
      });
      return Object.fromEntries(answers);
    }),
  );
};
