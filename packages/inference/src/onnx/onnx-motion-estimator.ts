import { fail, ok, type Result } from '@throng/contract';
import type { LoadedModel } from '../ports/loaded-model.js';
import {
  type Afterimage,
  MOTION_BLOCK,
  type MotionEstimator,
  type SeenMotion,
} from '../ports/motion-estimator.js';
import type { Picture } from '../ports/picture.js';
import { frameTensor } from './frame-tensor.js';
import { tensorFloats } from './tensor-floats.js';

/** Pixels per point of an afterimage, as `graphs/make_motion.py` pools them. */
const POOL = 4;

/** Block matching of two pictures, in the graph that `graphs/make_motion.py` writes. */
export class OnnxMotionEstimator implements MotionEstimator {
  constructor(private readonly model: LoadedModel) {}

  async estimate(
    picture: Picture,
    before: Afterimage | undefined,
  ): Promise<Result<SeenMotion, 'model-failed'>> {
    const small = {
      columns: Math.floor(picture.width / POOL),
      rows: Math.floor(picture.height / POOL),
    };
    const isFollowing = before?.columns === small.columns && before.rows === small.rows;
    const outputs = await this.model.run({
      frames: frameTensor(picture),
      before: {
        type: 'float32',
        dims: [1, 1, small.rows, small.columns],
        values: isFollowing ? before.grey : new Float32Array(small.columns * small.rows),
      },
    });
    if (!outputs.ok) return outputs;
    const columns = Math.floor(picture.width / MOTION_BLOCK);
    const rows = Math.floor(picture.height / MOTION_BLOCK);
    const grey = tensorFloats(outputs.value.grey, small.columns * small.rows);
    const dx = tensorFloats(outputs.value.dx, columns * rows);
    const dy = tensorFloats(outputs.value.dy, columns * rows);
    const confidence = tensorFloats(outputs.value.confidence, columns * rows);
    if (grey === undefined || dx === undefined || dy === undefined || confidence === undefined) {
      return fail(
        'model-failed',
        `the motion graph did not answer for ${columns} × ${rows} blocks`,
      );
    }
    const field = isFollowing ? { columns, rows, dx, dy, confidence } : undefined;
    return ok({ afterimage: { ...small, grey }, field });
  }
}
