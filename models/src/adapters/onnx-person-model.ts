import { fail, ok } from '@throng/contract';
import type { Detection } from '../evaluation/box.js';
import type { InferenceSession } from '../ports/inference-session.js';
import type { PersonModel } from '../ports/person-model.js';
import { frameTensor } from './frame-tensor.js';

/** A person graph with decoding and suppression inside: frames → boxes, scores. */
export const onnxPersonModel = (session: InferenceSession, leastScore: number): PersonModel => ({
  detect: async (picture) => {
    const outputs = await session.run({ frames: frameTensor(picture) });
    if (!outputs.ok) return outputs;
    const boxes = outputs.value.boxes?.values;
    const scores = outputs.value.scores?.values;
    const sound =
      boxes instanceof Float32Array &&
      scores instanceof Float32Array &&
      boxes.length === scores.length * 4;
    if (!sound)
      return fail('model-failed', 'the model answered boxes and scores that do not match');
    const detections: Detection[] = [];
    for (const [index, score] of scores.entries()) {
      if (!(score >= leastScore)) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(index * 4, index * 4 + 4);
      detections.push({ left, top, right, bottom, score });
    }
    return ok(detections);
  },
});
