import { type ModelEntry, type OfferedModel, ok, type Result } from '@throng/contract';
import type { LoadOptions } from '@throng/inference';
import {
  type FoundModel,
  InferenceThread,
  openDensityEstimator,
  openPersonDetector,
} from '@throng/inference/adapters';
import type { OpenOffered } from '../../fleet/offered-model.js';
import type { OneModel } from '../../fleet/trial/paired-models.js';

export type OpenOptions = LoadOptions;

/** Counts the looks that are under way, so that nothing is closed under them. */
class Looks {
  readonly #under = new Set<Promise<unknown>>();

  through<Given extends unknown[], Answer>(
    look: (...given: Given) => Promise<Answer>,
  ): (...given: Given) => Promise<Answer> {
    return (...given) => {
      const looking = look(...given);
      this.#under.add(looking);
      return looking.finally(() => this.#under.delete(looking));
    };
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.#under);
  }
}

const foundModel = (path: string, model: OfferedModel): FoundModel => {
  const { bytes, experience, id, leastScore, sha256, task, uncertainty } = model;
  const entry: ModelEntry = {
    ...{ id, task, file: path, sha256, bytes, licence: 'as its registry says' },
    ...(leastScore === undefined ? {} : { leastScore }),
    ...(experience === undefined ? {} : { experience }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };
  return { id, path, entry };
};

const load = async (
  file: FoundModel,
  task: OfferedModel['task'],
  thread: InferenceThread,
  options: OpenOptions,
  looks: Looks,
): Promise<Result<OneModel>> => {
  if (task === 'density') {
    const opened = await openDensityEstimator(file, thread, options);
    if (!opened.ok) return opened;
    const { estimator } = opened.value;
    const estimate = looks.through(estimator.estimate.bind(estimator));
    const { error, id } = estimator;
    return ok({ person: undefined, density: { id, error, estimate } });
  }
  const opened = await openPersonDetector(file, thread, options);
  if (!opened.ok) return opened;
  const { detector } = opened.value;
  const detect = looks.through(detector.detect.bind(detector));
  const { error, id } = detector;
  return ok({ density: undefined, person: { id, error, detect } });
};

/** Loads a model on a thread of its own: one that breaks, or hangs, takes no other with it. */
export const openOffered = async (
  path: string,
  model: OfferedModel,
  options: OpenOptions,
): Promise<Result<OpenOffered>> => {
  const thread = new InferenceThread();
  const looks = new Looks();
  const loaded = await load(foundModel(path, model), model.task, thread, options, looks);
  if (!loaded.ok) {
    await thread.close();
    return loaded;
  }
  return ok({
    models: loaded.value,
    experience: model.experience,
    close: async () => {
      await looks.ended();
      await thread.close();
    },
  });
};
