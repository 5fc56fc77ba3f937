import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Models } from '../../pipeline/analyse-frame.js';
import type { DensityEstimator } from '../../ports/density-estimator.js';
import type { PersonDetector } from '../../ports/person-detector.js';
import { findModel, type ModelFile } from '../files/model-files.js';
import { letterboxGraph, ownManifest } from '../package-paths.js';
import type { Provider } from './inference-protocol.js';
import { InferenceThread, type LoadedModel, type LoadOptions } from './inference-thread.js';
import { densityFormat, personFormat } from './model-format.js';
import { OnnxDensityEstimator } from './onnx-density-estimator.js';
import { OnnxPersonDetector } from './onnx-person-detector.js';
import { YoloxPersonDetector } from './yolox-person-detector.js';

export interface ModelSettings extends LoadOptions {
  readonly manifest?: string;
  readonly person?: string;
  readonly density?: string;
}

export interface OpenModels extends Models {
  /** Where inference really runs. */
  readonly provider: Provider;
  close(): Promise<void>;
}

/** A site's error before it is calibrated, for a model that states none. */
const UNKNOWN_ERROR = { relative: 0.3, floor: 1 };

/** Least score that counts where neither the manifest nor the settings say. */
const LEAST_SCORE = 0.4;

const personDetector = async (
  file: ModelFile,
  thread: InferenceThread,
  options: LoadOptions,
): Promise<Result<{ detector: PersonDetector; model: LoadedModel }>> => {
  const model = await thread.load(file.path, options);
  if (!model.ok) return model;
  const format = personFormat(model.value.signature);
  if (!format.ok) return fail(format.code, `${file.path} ${format.message}`);
  const error = file.error ?? UNKNOWN_ERROR;
  const leastScore = file.leastScore ?? LEAST_SCORE;
  if (format.value.kind === 'exported') {
    const detector = new OnnxPersonDetector(file.id, error, model.value, leastScore);
    return ok({ detector, model: model.value });
  }
  const letterbox = await thread.load(letterboxGraph, options);
  if (!letterbox.ok) return letterbox;
  const detector = new YoloxPersonDetector(
    file.id,
    error,
    model.value,
    format.value,
    letterbox.value,
    leastScore,
  );
  return ok({ detector, model: model.value });
};

const densityEstimator = async (
  file: ModelFile,
  thread: InferenceThread,
  options: LoadOptions,
): Promise<Result<{ estimator: DensityEstimator; model: LoadedModel }>> => {
  const model = await thread.load(file.path, options);
  if (!model.ok) return model;
  const format = densityFormat(model.value.signature);
  if (!format.ok) return fail(format.code, `${file.path} ${format.message}`);
  const estimator = new OnnxDensityEstimator(file.id, file.error ?? UNKNOWN_ERROR, model.value);
  return ok({ estimator, model: model.value });
};

/**
 * Opens the models that the settings name; at least one must run.
 *
 * @param folder that relative paths start from.
 */
export const openModels = async (
  settings: ModelSettings,
  folder: string,
): Promise<Result<OpenModels>> => {
  const { person, density, threads, provider } = settings;
  const manifest =
    settings.manifest === undefined ? ownManifest : resolve(folder, settings.manifest);
  if (person === 'none' && density === 'none') {
    return fail('no-model', 'models.person and models.density are both "none"; keep one of them');
  }
  const thread = new InferenceThread();
  const closing = async <Failed>(failure: Failed): Promise<Failed> => {
    await thread.close();
    return failure;
  };
  let detector: PersonDetector | undefined;
  let estimator: DensityEstimator | undefined;
  let inUse: Provider = provider;
  if (person !== 'none') {
    const file = await findModel('person', person, manifest, folder);
    if (!file.ok) return closing(file);
    const opened = await personDetector(file.value, thread, { threads, provider });
    if (!opened.ok) return closing(opened);
    detector = opened.value.detector;
    inUse = opened.value.model.provider;
  }
  if (density !== 'none') {
    const file = await findModel('density', density, manifest, folder);
    if (!file.ok) return closing(file);
    const opened = await densityEstimator(file.value, thread, { threads, provider });
    if (!opened.ok) return closing(opened);
    estimator = opened.value.estimator;
    inUse = opened.value.model.provider;
  }
  return ok({ person: detector, density: estimator, provider: inUse, close: () => thread.close() });
};
