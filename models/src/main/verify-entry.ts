import { readFile } from 'node:fs/promises';
import type { ModelEntry } from '@throng/contract';
import { digestFile } from '../adapters/file-digest.js';
import { onnxDensityModel } from '../adapters/onnx-density-model.js';
import { onnxPersonModel } from '../adapters/onnx-person-model.js';
import type { InferenceSession, OpenSession } from '../ports/inference-session.js';
import { countParameters } from '../registry/count-parameters.js';
import { parameterFault } from '../registry/parameter-fault.js';
import { signatureFaults } from '../registry/signature-faults.js';
import { declaredSignature, TASK_SIGNATURES } from '../registry/task-signature.js';

/** What was checked of one model, in order; a check that could not be reached is not listed. */
export interface Verdict {
  readonly id: string;
  readonly file: string;
  readonly passed: readonly string[];
  readonly faults: readonly string[];
}

/** No multiple of 8 or 32, so that padding inside the graph is tried too. */
const TRIAL = { width: 100, height: 75, pixels: new Uint8Array(100 * 75 * 3).fill(128) };

/** Runs a small grey picture through the task's own adapter. */
const trialFault = async (
  { task }: ModelEntry,
  session: InferenceSession,
): Promise<string | undefined> => {
  if (signatureFaults(TASK_SIGNATURES[task], session.signature).length > 0) return undefined;
  const outcome =
    task === 'density'
      ? await onnxDensityModel(session).estimate(TRIAL)
      : await onnxPersonModel(session, 0).detect(TRIAL);
  return outcome.ok ? undefined : outcome.message;
};

const sessionFaults = async (
  entry: ModelEntry,
  path: string,
  open: OpenSession,
): Promise<{ passed: string[]; faults: string[] }> => {
  const session = await open(path, { provider: 'cpu', threads: 1 });
  if (!session.ok) return { passed: [], faults: [session.message] };
  const faults = signatureFaults(declaredSignature(entry), session.value.signature);
  const parameters = parameterFault(entry, countParameters(await readFile(path)));
  if (parameters !== undefined) faults.push(parameters);
  const trial = await trialFault(entry, session.value);
  if (trial !== undefined) faults.push(trial);
  await session.value.close();
  return { passed: faults.length === 0 ? ['opens', 'signature', 'trial run'] : ['opens'], faults };
};

/** Holds a model's file against its entry: there, whole, unchanged, and the graph that is declared. */
export const verifyEntry = async (
  entry: ModelEntry,
  path: string,
  open: OpenSession,
): Promise<Verdict> => {
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
  const session = await sessionFaults(entry, path, open);
  return { id, file, passed: ['present', 'sha256', ...session.passed], faults: session.faults };
};
