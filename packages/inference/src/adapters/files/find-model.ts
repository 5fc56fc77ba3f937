import { basename, resolve } from 'node:path';
import { fail, type ModelEntry, ok, type Result } from '@throng/contract';
import { findEntry } from '../../registry/find-entry.js';
import { digestFile } from './file-digest.js';
import { fileOf, readRegistry } from './manifest-file.js';

/** A model's file that is there, and, where it is listed, what its entry says. */
export interface FoundModel {
  readonly id: string;
  readonly path: string;
  readonly entry: ModelEntry | undefined;
}

export interface ModelQuestion {
  readonly task: ModelEntry['task'];
  /** An .onnx path or an id of the manifest; undefined for the manifest's first of the task. */
  readonly reference: string | undefined;
  readonly manifest: string;
  /** That a relative .onnx path starts from. */
  readonly folder: string;
}

type Failure =
  | 'manifest-missing'
  | 'manifest-invalid'
  | 'model-unknown'
  | 'model-missing'
  | 'model-corrupt';

/** A file's name as the id that the contract asks for. */
const modelName = (path: string): string => {
  const plain = basename(path, '.onnx')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
  return plain.replace(/^[._-]+/, '').slice(0, 48) || 'model';
};

/** Finds the model that somebody named. A listed model must have the checksum it is listed with. */
export const findModel = async ({
  task,
  reference,
  manifest,
  folder,
}: ModelQuestion): Promise<Result<FoundModel, Failure>> => {
  if (reference?.endsWith('.onnx')) {
    const path = resolve(folder, reference);
    return (await digestFile(path)) === undefined
      ? fail('model-missing', `there is no model ${path}; check the path`)
      : ok({ id: modelName(path), path, entry: undefined });
  }
  const registry = await readRegistry(manifest);
  if (!registry.ok) return registry;
  const found = findEntry(registry.value.manifest, { id: reference, task });
  if (!found.ok) return fail(found.code, `${manifest}: ${found.message}`);
  const { id, sha256 } = found.value;
  const path = fileOf(registry.value, found.value);
  const digest = await digestFile(path);
  if (digest === undefined) {
    return fail(
      'model-missing',
      `the file ${path} of model "${id}" is missing; restore it from the release, or throng-models pull ${id}`,
    );
  }
  if (digest.sha256 === sha256) return ok({ id, path, entry: found.value });
  return fail(
    'model-corrupt',
    `${path} has the checksum ${digest.sha256.slice(0, 12)}…, "${id}" is listed with ${sha256.slice(0, 12)}…; restore the file from the release`,
  );
};
