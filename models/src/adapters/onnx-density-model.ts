import { fail, ok } from '@throng/contract';
import { DENSITY_CELL, type DensityModel } from '../ports/density-model.js';
import type { InferenceSession, TensorValue } from '../ports/inference-session.js';
import { frameTensor } from './frame-tensor.js';

const floats = (tensor: TensorValue | undefined, length: number): Float32Array | undefined =>
  tensor?.values instanceof Float32Array && tensor.values.length === length
    ? tensor.values
    : undefined;

/** A density graph: frames as they come → persons per cell, and their variance where it states one. */
export const onnxDensityModel = (session: InferenceSession): DensityModel => ({
  estimate: async (picture) => {
    const outputs = await session.run({ frames: frameTensor(picture) });
    if (!outputs.ok) return outputs;
    const { density, variance } = outputs.value;
    const columns = Math.ceil(picture.width / DENSITY_CELL);
    const rows = Math.ceil(picture.height / DENSITY_CELL);
    const persons = floats(density, columns * rows);
    if (persons === undefined) {
      return fail(
        'model-failed',
        `the model answered density[${density?.dims.join(', ') ?? 'nothing'}] for a picture of ${columns} × ${rows} cells`,
      );
    }
    if (!persons.every(Number.isFinite)) {
      return fail('model-failed', 'the model answered a density that is no finite number');
    }
    const spread = floats(variance, persons.length)?.reduce((sum, cell) => sum + cell, 0);
    return ok({ columns, rows, persons, variance: spread });
  },
});
