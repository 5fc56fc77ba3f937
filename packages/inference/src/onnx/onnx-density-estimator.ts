import { fail, ok, type Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import {
  DENSITY_CELL,
  type DensityEstimator,
  type DensityMap,
} from '../ports/density-estimator.js';
import type { LoadedModel } from '../ports/loaded-model.js';
import type { Picture } from '../ports/picture.js';
import { frameTensor } from './frame-tensor.js';
import { tensorFloats } from './tensor-floats.js';

/**
 * A density network whose graph takes pictures as they come and answers persons per 8 × 8 px cell,
 * and their variance where it states one.
 */
export class OnnxDensityEstimator implements DensityEstimator {
  constructor(
    readonly id: string,
    readonly error: CountError,
    private readonly model: LoadedModel,
  ) {}

  async estimate(picture: Picture): Promise<Result<DensityMap, 'model-failed'>> {
    const outputs = await this.model.run({ frames: frameTensor(picture) });
    if (!outputs.ok) return outputs;
    const { density, variance } = outputs.value;
    const columns = Math.ceil(picture.width / DENSITY_CELL);
    const rows = Math.ceil(picture.height / DENSITY_CELL);
    const persons = tensorFloats(density, columns * rows);
    if (persons === undefined) {
      return fail(
        'model-failed',
        `${this.id} answered density[${density?.dims.join(', ') ?? 'nothing'}] for ${columns} × ${rows} cells`,
      );
    }
    if (!persons.every(Number.isFinite)) {
      return fail('model-failed', `${this.id} answered a density that is no finite number`);
    }
    const spread = tensorFloats(variance, persons.length)?.reduce((sum, cell) => sum + cell, 0);
    return ok({ columns, rows, persons, ...(spread === undefined ? {} : { variance: spread }) });
  }
}
