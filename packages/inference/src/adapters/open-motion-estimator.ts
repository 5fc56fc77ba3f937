import { ok, type Result } from '@throng/contract';
import { OnnxMotionEstimator } from '../onnx/onnx-motion-estimator.js';
import type { LoadOptions } from '../ports/loaded-model.js';
import type { MotionEstimator } from '../ports/motion-estimator.js';
import type { InferenceThread } from './onnx/inference-thread.js';
import { motionGraph } from './package-paths.js';

/** Opens the graph that comes with this package: it has learnt nothing, so there is no other to choose. */
export const openMotionEstimator = async (
  thread: InferenceThread,
  options: LoadOptions,
): Promise<Result<MotionEstimator, 'model-invalid'>> => {
  const model = await thread.load(motionGraph, options);
  return model.ok ? ok(new OnnxMotionEstimator(model.value)) : model;
};
