import { fail, ok, type Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import {
  DENSITY_CELL,
  type DensityEstimator,
  type DensityMap,
} from '../../ports/density-estimator.js';
import type { Frame } from '../../ports/frame.js';
import { frameTensor } from './frame-tensor.js';
import type { LoadedModel } from './inference-thread.js';

/** A density network whose graph takes frames as they come and answers persons per 8 × 8 px cell. */
export class OnnxDensityEstimator implements DensityEstimator {
  constructor(
    readonly id: string,
    readonly error: CountError,
    private readonly model: LoadedModel,
  ) {}

  async estimate(frame: Frame): Promise<Result<DensityMap, 'model-failed'>> {
    const outputs = await this.model.run({ frames: frameTensor(frame) });
    if (!outputs.ok) return outputs;
    const density = outputs.value.density;
    const columns = Math.ceil(frame.width / DENSITY_CELL);
    const rows = Math.ceil(frame.height / DENSITY_CELL);
    const persons = density?.bytes;
    if (!(persons instanceof Float32Array) || persons.length !== columns * rows) {
      return fail(
        'model-failed',
        `${this.id} answered density[${density?.dims.join(', ')}] for ${columns} × ${rows} cells`,
      );
    }
    if (!persons.every(Number.isFinite)) {
      return fail('model-failed', `${this.id} answered a density that is no finite number`);
    }
    return ok({ columns, rows, persons });
  }
}
