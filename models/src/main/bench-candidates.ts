import { fail, ok, type Result } from '@throng/contract';
import type { Picture, Provider } from '@throng/inference';
import {
  type FoundModel,
  findModel,
  InferenceThread,
  readRegistry,
} from '@throng/inference/adapters';
import { benchPicture } from '../adapters/bench-picture.js';

/** What to time: each model on each provider at each size. */
export interface BenchOrder {
  /** An id or an .onnx path; undefined for all of the manifest. */
  readonly model?: string;
  /** Another model to time beside each, in turns. */
  readonly against?: string;
  readonly manifest: string;
  readonly provider: readonly Provider[];
  readonly size: readonly { readonly width: number; readonly height: number }[];
  readonly threads: number;
  readonly runs: number;
  readonly warmUp: number;
  readonly image: string;
}

export interface Candidate extends FoundModel {
  readonly task: 'person' | 'density';
}

/** What a graph answers tells its task. */
const taskOf = async (path: string): Promise<Result<Candidate['task']>> => {
  const thread = new InferenceThread();
  const model = await thread.load(path, { threads: 1, providers: ['cpu'] });
  await thread.close();
  if (!model.ok) return model;
  return ok(
    model.value.signature.outputs.some(({ name }) => name === 'density') ? 'density' : 'person',
  );
};

/** A graph by its path. */
const candidateAt = async (
  reference: string,
  { manifest }: BenchOrder,
): Promise<Result<Candidate>> => {
  const found = await findModel({ reference, task: 'density', manifest, folder: '.' });
  if (!found.ok) return found;
  const task = await taskOf(found.value.path);
  return task.ok ? ok({ ...found.value, task: task.value }) : task;
};

/** The models that an order means. */
export const benchCandidates = async (options: BenchOrder): Promise<Result<Candidate[]>> => {
  if (options.model?.endsWith('.onnx')) {
    const candidate = await candidateAt(options.model, options);
    return candidate.ok ? ok([candidate.value]) : candidate;
  }
  const registry = await readRegistry(options.manifest);
  if (!registry.ok) return registry;
  const found: Candidate[] = [];
  for (const { id, task } of registry.value.manifest.models) {
    if (options.model !== undefined && options.model !== id) continue;
    const model = await findModel({ reference: id, task, manifest: options.manifest, folder: '.' });
    if (!model.ok) return model;
    found.push({ ...model.value, task });
  }
  return found.length > 0
    ? ok(found)
    : fail(
        'model-unknown',
        options.model === undefined
          ? `${options.manifest} lists no model`
          : `${options.manifest} lists no model ${JSON.stringify(options.model)}; see throng-models list`,
      );
};

/** The model that an order wants the others held against. */
export const benchRival = async (options: BenchOrder): Promise<Result<Candidate | undefined>> => {
  if (options.against === undefined) return ok(undefined);
  const found = await benchCandidates({ ...options, model: options.against });
  return found.ok ? ok(found.value[0]) : found;
};

/** The picture of an order at each of its sizes. */
export const benchPictures = async ({ image, size }: BenchOrder): Promise<Result<Picture[]>> => {
  const pictures: Picture[] = [];
  for (const one of size) {
    const picture = await benchPicture(image, one);
    if (!picture.ok) return picture;
    pictures.push(picture.value);
  }
  return ok(pictures);
};
