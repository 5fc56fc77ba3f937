import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fail, type ModelEntry, ok, type Result } from '@throng/contract';
import { countParameters } from '../registry/count-parameters.js';
import { findEntry } from '../registry/find-entry.js';
import { digestFile } from './file-digest.js';
import { fileOf, readRegistry } from './manifest-file.js';

/** A model's file that is there, and, where it is listed, what its entry says. */
export interface FoundModel {
  readonly id: string;
  readonly path: string;
  readonly entry: ModelEntry | undefined;
}

export interface ModelQuestion {
  /** An .onnx path or an id of the manifest; undefined for the manifest's first of the task. */
  readonly reference: string | undefined;
  readonly task: ModelEntry['task'];
  readonly manifest: string;
}

/** Finds the model a user named. A listed model must have the checksum it is listed with. */
export const findModel = async ({
  reference,
  task,
  manifest,
}: ModelQuestion): Promise<Result<FoundModel>> => {
  if (reference?.endsWith('.onnx')) {
    const path = resolve(reference);
    return (await digestFile(path)) === undefined
      ? fail('model-missing', `there is no ${path}; check --model`)
      : ok({ id: basename(path, '.onnx'), path, entry: undefined });
  }
  const registry = await readRegistry(manifest);
  if (!registry.ok) return registry;
  const entry = findEntry(registry.value.manifest, { id: reference, task });
  if (!entry.ok) return entry;
  const { id, sha256 } = entry.value;
  const path = fileOf(registry.value, entry.value);
  const digest = await digestFile(path);
  if (digest?.sha256 === sha256) return ok({ id, path, entry: entry.value });
  const fault = digest === undefined ? 'is missing' : 'is not the file that is listed';
  return fail('model-corrupt', `${path} ${fault}; throng-models verify tells more`);
};

/** As the entry lists them, else as its file holds them. */
export const parametersOf = async ({ path, entry }: FoundModel): Promise<number> =>
  entry?.parameters ?? countParameters(await readFile(path));
