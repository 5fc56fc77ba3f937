import { fail, ok, type Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import type { LoadedModel } from '../ports/loaded-model.js';
import type { Detection, PersonDetector } from '../ports/person-detector.js';
import type { Picture } from '../ports/picture.js';
import { frameTensor } from './frame-tensor.js';

/** A detector whose graph takes frames as they come and holds decoding and suppression inside. */
export class OnnxPersonDetector implements PersonDetector {
  constructor(
    readonly id: string,
    readonly error: CountError,
    private readonly model: LoadedModel,
    private readonly leastScore: number,
  ) {}

  async detect(picture: Picture): Promise<Result<readonly Detection[], 'model-failed'>> {
    const outputs = await this.model.run({ frames: frameTensor(picture) });
    if (!outputs.ok) return outputs;
    const boxes = outputs.value.boxes?.values;
    const scores = outputs.value.scores?.values;
    const sound =
      boxes instanceof Float32Array &&
      scores instanceof Float32Array &&
      boxes.length === scores.length * 4;
    if (!sound)
      return fail('model-failed', `${this.id} answered boxes and scores that do not match`);
    const detections: Detection[] = [];
    for (const [index, score] of scores.entries()) {
      if (!(score >= this.leastScore)) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(index * 4, index * 4 + 4);
      detections.push({ left, top, right, bottom, score });
    }
    return ok(detections);
  }
}
