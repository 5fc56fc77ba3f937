import { readFile } from 'node:fs/promises';
import type { ModelEntry } from '@throng/contract';
import {
  digestFile,
  InferenceThread,
  openDensityEstimator,
  openPersonDetector,
} from '@throng/inference/adapters';
import { countParameters } from '../registry/count-parameters.js';
import { parameterFault } from '../registry/parameter-fault.js';
import { signatureFaults } from '../registry/signature-faults.js';
import { declaredSignature } from '../registry/task-signature.js';

/** What was checked of one model, in order; a check that could not be reached is not listed. */
export interface Verdict {
  readonly id: string;
  readonly file: string;
  readonly passed: readonly string[];
  readonly faults: readonly string[];
}

/** No multiple of 8 or 32, so that padding inside the graph is tried too. */
const TRIAL = { width: 100, height: 75, pixels: new Uint8Array(100 * 75 * 3).fill(128) };

const OPTIONS = { threads: 1, providers: ['cpu'] } as const;

/** Runs a small grey picture through the very adapter that an edge agent would use. */
const trialFault = async (
  entry: ModelEntry,
  path: string,
  thread: InferenceThread,
): Promise<string | undefined> => {
  const found = { id: entry.id, path, entry };
  if (entry.task === 'density') {
    const opened = await openDensityEstimator(found, thread, OPTIONS);
    if (!opened.ok) return opened.message;
    const map = await opened.value.estimator.estimate(TRIAL);
    return map.ok ? undefined : map.message;
  }
  const opened = await openPersonDetector(found, thread, OPTIONS);
  if (!opened.ok) return opened.message;
  const people = await opened.value.detector.detect(TRIAL);
  return people.ok ? undefined : people.message;
};

const graphFaults = async (
  entry: ModelEntry,
  path: string,
): Promise<{ passed: string[]; faults: string[] }> => {
  const thread = new InferenceThread();
  try {
    const model = await thread.load(path, OPTIONS);
    if (!model.ok) return { passed: [], faults: [model.message] };
    const faults = signatureFaults(declaredSignature(entry), model.value.signature);
    const parameters = parameterFault(entry, countParameters(await readFile(path)));
    if (parameters !== undefined) faults.push(parameters);
    const trial = faults.length > 0 ? undefined : await trialFault(entry, path, thread);
    if (trial !== undefined) faults.push(trial);
    return {
      passed: faults.length === 0 ? ['opens', 'signature', 'trial run'] : ['opens'],
      faults,
    };
  } finally {
    await thread.close();
  }
};

/** Holds a model's file against its entry: there, whole, unchanged, and the graph that is declared. */
export const verifyEntry = async (entry: ModelEntry, path: string): Promise<Verdict> => {
  const { id, file, bytes, sha256 } = entry;
  const digest = await digestFile(path);
  if (digest === undefined) {
    const remedy =
      entry.url === undefined ? 'restore it from the release' : `throng-models pull ${id}`;
    return { id, file, passed: [], faults: [`the file is missing; ${remedy}`] };
  }
  const faults: string[] = [];
  if (digest.bytes !== bytes) faults.push(`bytes: ${digest.bytes}, listed with ${bytes}`);
  if (digest.sha256 !== sha256) {
    faults.push(
      `sha256: ${digest.sha256.slice(0, 12)}…, listed with ${sha256.slice(0, 12)}…; do not use it: pull or restore it`,
    );
  }
  // a changed file is not opened: nobody knows what is in it
  if (faults.length > 0) return { id, file, passed: ['present'], faults };
  const graph = await graphFaults(entry, path);
  return { id, file, passed: ['present', 'sha256', ...graph.passed], faults: graph.faults };
};
