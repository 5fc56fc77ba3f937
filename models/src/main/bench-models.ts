import { fail, ok, type Result } from '@throng/contract';
import type { Picture, Provider } from '@throng/inference';
import {
  type FoundModel,
  findModel,
  InferenceThread,
  openDensityEstimator,
  openPersonDetector,
  readRegistry,
} from '@throng/inference/adapters';
import { benchPicture } from '../adapters/bench-picture.js';
import type { Tick } from '../ports/tick.js';
import {
  type BenchFigures,
  type BenchSubject,
  benchModel,
  countingHeads,
  countingPersons,
} from './bench-model.js';

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
const taskOf = async (path: string): Promise<Result<Candidate['task']>> => {
  const thread = new InferenceThread();
  const model = await thread.load(path, { threads: 1, providers: ['cpu'] });
  await thread.close();
  if (!model.ok) return model;
  return ok(
    model.value.signature.outputs.some(({ name }) => name === 'density') ? 'density' : 'person',
  );
};

const byPath = async (
  reference: string,
  { manifest }: BenchOrder,
): Promise<Result<Candidate[]>> => {
  const found = await findModel({ reference, task: 'density', manifest, folder: '.' });
  if (!found.ok) return found;
  const task = await taskOf(found.value.path);
  return task.ok ? ok([{ ...found.value, task: task.value }]) : task;
};

/** The models that an order means. */
export const benchCandidates = async (options: BenchOrder): Promise<Result<Candidate[]>> => {
  if (options.model?.endsWith('.onnx')) return byPath(options.model, options);
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

const open = async (
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

/** Times every case; one that does not work here is told, and does not stop the others. */
export const benchModels = async (
  models: readonly Candidate[],
  pictures: readonly Picture[],
  order: BenchOrder,
  tick: Tick,
): Promise<{ rows: BenchRow[]; unavailable: Unavailable[] }> => {
  const rows: BenchRow[] = [];
  const unavailable: Unavailable[] = [];
  const plan = { ...order, now: () => performance.now() };
  for (const candidate of models) {
    for (const provider of order.provider) {
      const named = { model: candidate.id, provider };
      const thread = new InferenceThread();
      const subject = await open(candidate, thread, provider, order.threads);
      if (!subject.ok) unavailable.push({ ...named, reason: subject.message });
      for (const picture of pictures) {
        if (subject.ok) {
          const figures = await benchModel(subject.value, picture, plan);
          const { width, height } = picture;
          if (figures.ok) rows.push({ ...named, width, height, ...figures.value });
          else unavailable.push({ ...named, reason: figures.message });
        }
        tick();
      }
      await thread.close();
    }
  }
  return { rows, unavailable };
};
