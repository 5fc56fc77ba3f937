import { fail, ok, type Result } from '@throng/contract';
import { benchPicture } from '../adapters/bench-picture.js';
import { type FoundModel, findModel } from '../adapters/find-model.js';
import { readRegistry } from '../adapters/manifest-file.js';
import { openOnnxSession } from '../adapters/onnx-session.js';
import type { InferenceSession, Provider } from '../ports/inference-session.js';
import type { Picture } from '../ports/picture.js';
import type { Tick } from '../ports/tick.js';
import { type BenchFigures, benchModel } from './bench-model.js';
import { LEAST_SCORE } from './least-score.js';

/** What to time: each model on each provider at each size. */
export interface BenchOrder {
  /** An id or an .onnx path; undefined for all of the manifest. */
  readonly model?: string;
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

export type BenchRow = BenchFigures & {
  readonly model: string;
  readonly provider: Provider;
  readonly width: number;
  readonly height: number;
};

/** A provider that does not work here, and why. */
export interface Unavailable {
  readonly model: string;
  readonly provider: Provider;
  readonly reason: string;
}

/** What a graph answers tells its task. */
const taskOf = ({ signature }: InferenceSession): Candidate['task'] =>
  signature.outputs.some(({ name }) => name === 'density') ? 'density' : 'person';

const byPath = async (path: string, options: BenchOrder): Promise<Result<Candidate[]>> => {
  const found = await findModel({ reference: path, task: 'density', ...options });
  if (!found.ok) return found;
  const session = await openOnnxSession(found.value.path, { provider: 'cpu', threads: 1 });
  if (!session.ok) return session;
  const task = taskOf(session.value);
  await session.value.close();
  return ok([{ ...found.value, task }]);
};

/** The models that an order means. */
export const benchCandidates = async (options: BenchOrder): Promise<Result<Candidate[]>> => {
  if (options.model?.endsWith('.onnx')) return byPath(options.model, options);
  const registry = await readRegistry(options.manifest);
  if (!registry.ok) return registry;
  const found: Candidate[] = [];
  for (const { id, task } of registry.value.manifest.models) {
    if (options.model !== undefined && options.model !== id) continue;
    const model = await findModel({ reference: id, task, manifest: options.manifest });
    if (!model.ok) return model;
    found.push({ ...model.value, task });
  }
  return found.length > 0
    ? ok(found)
    : fail(
        'model-unknown',
        `${options.manifest} lists no ${options.model ?? 'model'}; see throng-models list`,
      );
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

/** Times every case; one that does not work here is told, and does not stop the others. */
export const benchModels = async (
  models: readonly Candidate[],
  pictures: readonly Picture[],
  order: BenchOrder,
  tick: Tick,
): Promise<{ rows: BenchRow[]; unavailable: Unavailable[] }> => {
  const rows: BenchRow[] = [];
  const unavailable: Unavailable[] = [];
  for (const { id, path, entry, task } of models) {
    for (const provider of order.provider) {
      const named = { model: id, provider };
      const session = await openOnnxSession(path, { provider, threads: order.threads });
      if (!session.ok) {
        unavailable.push({ ...named, reason: session.message });
        for (const _ of pictures) tick();
        continue;
      }
      const leastScore = entry?.leastScore ?? LEAST_SCORE;
      const plan = { ...order, task, leastScore, now: () => performance.now() };
      for (const picture of pictures) {
        const figures = await benchModel(session.value, picture, plan);
        const { width, height } = picture;
        if (figures.ok) rows.push({ ...named, width, height, ...figures.value });
        else unavailable.push({ ...named, reason: figures.message });
        tick();
      }
      await session.value.close();
    }
  }
  return { rows, unavailable };
};
