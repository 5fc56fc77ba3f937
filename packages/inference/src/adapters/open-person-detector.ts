import { fail, ok, type Result } from '@throng/contract';
import { ASSUMED_ERROR } from '../onnx/assumed-error.js';
import { personFormat } from '../onnx/model-format.js';
import { OnnxPersonDetector } from '../onnx/onnx-person-detector.js';
import { YoloxPersonDetector } from '../onnx/yolox-person-detector.js';
import type { LoadedModel, LoadOptions } from '../ports/loaded-model.js';
import type { PersonDetector } from '../ports/person-detector.js';
import { leastScoreOf } from '../registry/least-score.js';
import type { FoundModel } from './files/find-model.js';
import type { InferenceThread } from './onnx/inference-thread.js';
import { letterboxGraph } from './package-paths.js';

export interface OpenDetector {
  readonly detector: PersonDetector;
  readonly model: LoadedModel;
}

export interface DetectorOptions extends LoadOptions {
  /** Confidence below which detections do not count; by default the model's own. */
  readonly leastScore?: number;
}

/** Loads a person model, ours or an upstream YOLOX file, and recognises which it is. */
export const openPersonDetector = async (
  { id, path, entry }: FoundModel,
  thread: InferenceThread,
  options: DetectorOptions,
): Promise<Result<OpenDetector, 'model-invalid' | 'model-signature'>> => {
  const opened = await thread.load(path, options);
  if (!opened.ok) return opened;
  const model = opened.value;
  const format = personFormat(model.signature);
  if (!format.ok) return fail(format.code, `${path} ${format.message}`);
  const error = entry?.uncertainty ?? ASSUMED_ERROR;
  const least = options.leastScore ?? leastScoreOf(entry);
  if (format.value.kind === 'exported') {
    return ok({ detector: new OnnxPersonDetector(id, error, model, least), model });
  }
  const letterbox = await thread.load(letterboxGraph, options);
  if (!letterbox.ok) return letterbox;
  const detector = new YoloxPersonDetector(id, error, model, format.value, letterbox.value, least);
  return ok({ detector, model });
};
