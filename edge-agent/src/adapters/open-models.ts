import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Provider } from '@throng/inference';
import {
  findModel,
  InferenceThread,
  type OpenDetector,
  type OpenEstimator,
  openDensityEstimator,
  openPersonDetector,
  ownManifest,
} from '@throng/inference/adapters';
import type { Models } from '../pipeline/analyse-frame.js';

export interface ModelSettings {
  readonly manifest?: string;
  readonly person?: string;
  readonly density?: string;
  /** Cores that one inference may use. */
  readonly threads: number;
  readonly provider: Provider;
}

export interface OpenModels extends Models {
  /** Where inference really runs. */
  readonly provider: Provider;
  close(): Promise<void>;
}

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
  const options = { threads, providers: [...new Set<Provider>([provider, 'cpu'])] };
  let detector: OpenDetector | undefined;
  let estimator: OpenEstimator | undefined;
  if (person !== 'none') {
    const file = await findModel({ task: 'person', reference: person, manifest, folder });
    if (!file.ok) return closing(file);
    const opened = await openPersonDetector(file.value, thread, options);
    if (!opened.ok) return closing(opened);
    detector = opened.value;
  }
  if (density !== 'none') {
    const file = await findModel({ task: 'density', reference: density, manifest, folder });
    if (!file.ok) return closing(file);
    const opened = await openDensityEstimator(file.value, thread, options);
    if (!opened.ok) return closing(opened);
    estimator = opened.value;
  }
  return ok({
    person: detector?.detector,
    density: estimator?.estimator,
    provider: (estimator ?? detector)?.model.provider ?? 'cpu',
    close: () => thread.close(),
  });
};
