import { ok, type Result } from '@throng/contract';
import type { Provider } from '@throng/inference';
import {
  type InferenceThread,
  openDensityEstimator,
  openPersonDetector,
} from '@throng/inference/adapters';
import type { Candidate } from './bench-candidates.js';
import { type BenchSubject, countingHeads, countingPersons } from './bench-model.js';

/** Loads a model into a thread, ready to be timed. */
export const openBenchSubject = async (
  candidate: Candidate,
  thread: InferenceThread,
  provider: Provider,
  threads: number,
): Promise<Result<BenchSubject>> => {
  const options = { threads, providers: [provider] };
  if (candidate.task === 'density') {
    const opened = await openDensityEstimator(candidate, thread, options);
    if (!opened.ok) return opened;
    const { estimator, model } = opened.value;
    return ok({ model, count: countingHeads(estimator) });
  }
  const opened = await openPersonDetector(candidate, thread, options);
  if (!opened.ok) return opened;
  const { detector, model } = opened.value;
  return ok({ model, count: countingPersons(detector) });
};
