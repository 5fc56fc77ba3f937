import { fail, ok, type Result } from '@throng/contract';
import { ASSUMED_ERROR } from '../onnx/assumed-error.js';
import { densityFormat } from '../onnx/model-format.js';
import { OnnxDensityEstimator } from '../onnx/onnx-density-estimator.js';
import type { DensityEstimator } from '../ports/density-estimator.js';
import type { LoadedModel, LoadOptions } from '../ports/loaded-model.js';
import type { FoundModel } from './files/find-model.js';
import type { InferenceThread } from './onnx/inference-thread.js';

export interface OpenEstimator {
  readonly estimator: DensityEstimator;
  readonly model: LoadedModel;
}

/** Loads a density model and makes sure that it is one. */
export const openDensityEstimator = async (
  { id, path, entry }: FoundModel,
  thread: InferenceThread,
  options: LoadOptions,
): Promise<Result<OpenEstimator, 'model-invalid' | 'model-signature'>> => {
  const model = await thread.load(path, options);
  if (!model.ok) return model;
  const format = densityFormat(model.value.signature);
  if (!format.ok) return fail(format.code, `${path} ${format.message}`);
  const error = entry?.uncertainty ?? ASSUMED_ERROR;
  return ok({ estimator: new OnnxDensityEstimator(id, error, model.value), model: model.value });
};
