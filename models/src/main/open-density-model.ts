import { ok, type Result } from '@throng/contract';
import type { DensityEstimator } from '@throng/inference';
import {
  type FoundModel,
  findModel,
  InferenceThread,
  openDensityEstimator,
} from '@throng/inference/adapters';
import type { ModelOrder } from './open-person-model.js';

export interface OpenDensityModel {
  readonly found: FoundModel;
  readonly estimator: DensityEstimator;
  close(): Promise<void>;
}

/** Opens the density model that an order names, on exactly the provider that it names. */
export const openDensityModel = async (order: ModelOrder): Promise<Result<OpenDensityModel>> => {
  const { model: reference, manifest, provider, threads } = order;
  const found = await findModel({ reference, task: 'density', manifest, folder: '.' });
  if (!found.ok) return found;
  const thread = new InferenceThread();
  const opened = await openDensityEstimator(found.value, thread, {
    threads,
    providers: [provider],
  });
  if (opened.ok) {
    const { estimator } = opened.value;
    return ok({ found: found.value, estimator, close: () => thread.close() });
  }
  await thread.close();
  return opened;
};
