import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fail, ModelManifest, ok, type Result, shapeOf } from '@throng/contract';
import type { CountError } from '@throng/crowd';

/** A model's file that is there and is what its entry says. */
export interface ModelFile {
  readonly id: string;
  readonly path: string;
  readonly error: CountError | undefined;
  /** Least score of a detection that counts, where the entry states one. */
  readonly leastScore: number | undefined;
}

export type ModelTask = 'person' | 'density';

type Failure =
  | 'manifest-missing'
  | 'manifest-invalid'
  | 'model-unknown'
  | 'model-missing'
  | 'model-corrupt';

const manifestShape = shapeOf(ModelManifest);

const readManifest = async (path: string): Promise<Result<ModelManifest, Failure>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return fail(
      'manifest-missing',
      `there is no ${path}; check models.manifest, or name .onnx files`,
    );
  }
  try {
    const checked = manifestShape(JSON.parse(text));
    if (checked.ok) return ok(checked.value);
    const faults = checked.faults.map((fault) => `${fault.path} ${fault.message}`).join('; ');
    return fail('manifest-invalid', `${path}: ${faults}`);
  } catch {
    return fail('manifest-invalid', `${path} is not JSON; restore it from the release`);
  }
};

const modelName = (path: string): string => {
  const plain = basename(path, '.onnx')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
  return plain.replace(/^[._-]+/, '').slice(0, 48) || 'model';
};

const fromPath = async (path: string): Promise<Result<ModelFile, Failure>> => {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined
    ? fail('model-missing', `there is no model ${path}; check the path`)
    : ok({ id: modelName(path), path, error: undefined, leastScore: undefined });
};

/**
 * Finds the model that the settings name: an .onnx path, an id of the manifest, or by default the
 * manifest's first model of the task. A listed model must have the checksum it is listed with.
 *
 * @param folder that a relative .onnx path starts from.
 */
export const findModel = async (
  task: ModelTask,
  reference: string | undefined,
  manifestPath: string,
  folder: string,
): Promise<Result<ModelFile, Failure>> => {
  if (reference?.endsWith('.onnx')) return fromPath(resolve(folder, reference));
  const manifest = await readManifest(manifestPath);
  if (!manifest.ok) return manifest;
  const ofTask = manifest.value.models.filter((model) => model.task === task);
  const entry = ofTask.find(({ id }) => reference === undefined || id === reference);
  if (entry === undefined) {
    const ids = ofTask.map(({ id }) => `"${id}"`).join(', ') || 'none';
    return fail(
      'model-unknown',
      `${manifestPath} lists no ${task} model "${reference ?? ''}"; it lists ${ids}. Name one of them, an .onnx file, or "none"`,
    );
  }
  const path = resolve(dirname(manifestPath), entry.file);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    return fail(
      'model-missing',
      `the file ${path} of model "${entry.id}" is missing; restore it from the release`,
    );
  }
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== entry.sha256) {
    return fail(
      'model-corrupt',
      `${path} has the checksum ${sum.slice(0, 12)}…, "${entry.id}" is listed with ${entry.sha256.slice(0, 12)}…; restore the file from the release`,
    );
  }
  const leastScore = 'leastScore' in entry ? entry.leastScore : undefined;
  return ok({
    id: entry.id,
    path,
    error: entry.uncertainty,
    leastScore: typeof leastScore === 'number' ? leastScore : undefined,
  });
};
