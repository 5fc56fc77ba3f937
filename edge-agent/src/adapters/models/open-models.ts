import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Experience, MotionEstimator, Move, Provider } from '@throng/inference';
import {
  findModel,
  InferenceThread,
  type OpenEstimator,
  openDensityEstimator,
  openMotionEstimator,
  ownManifest,
} from '@throng/inference/adapters';
import type { Models } from '../../pipeline/analyse-frame.js';
import { type OpenPersonModel, openPersonModel } from './open-person-model.js';
import { type OnProviderChange, type Place, toProviderChange } from './provider-change.js';

export interface ModelSettings {
  readonly manifest?: string;
  readonly person?: string;
  readonly density?: string;
  /** Cores that one inference may use. */
  readonly threads: number;
  /** Asked for in this order; the CPU is always the last. */
  readonly providers: readonly Provider[];
}

export interface OpenModels extends Models {
  /** Where the density model runs now, or the person detector where it runs alone. */
  readonly provider: Place;
  /** Frames that the models should be asked for at the same time to be fast where they run now. */
  readonly framesAtOnce: number;
  /** Where the person detector runs now. */
  readonly personProvider: Place | undefined;
  /** What the density model was trained on, where its entry says. */
  readonly experience: Experience | undefined;
  /** Model threads that died or were stuck and had to be replaced, since the start. */
  readonly replaced: number;
  close(): Promise<void>;
}

/**
 * Opens the models that the settings name; at least one must run.
 *
 * @param folder that relative paths start from.
 */
export const openModels = async (
  settings: ModelSettings,
  folder: string,
  onChange: OnProviderChange = () => {},
): Promise<Result<OpenModels>> => {
  if (settings.person === 'none' && settings.density === 'none') {
    return fail('no-model', 'models.person and models.density are both "none"; keep one of them');
  }
  const manifest =
    settings.manifest === undefined ? ownManifest : resolve(folder, settings.manifest);
  const thread = new InferenceThread();
  const options = {
    threads: settings.threads,
    providers: [...new Set<Provider>([...settings.providers, 'cpu'])],
    onMove: (move: Move) => onChange(toProviderChange(move)),
  };
  let person: OpenPersonModel | undefined;
  let density: OpenEstimator | undefined;
  let motion: MotionEstimator | undefined;
  let experience: Experience | undefined;
  const close = async (): Promise<void> => {
    await person?.close();
    await thread.close();
  };
  const closing = async <Failed>(failure: Failed): Promise<Failed> => {
    await close();
    return failure;
  };
  if (settings.person !== 'none') {
    const order = { reference: settings.person, manifest, folder, options, onChange };
    const opened = await openPersonModel(order, thread);
    if (!opened.ok) return closing(opened);
    person = opened.value;
  }
  if (settings.density !== 'none') {
    const reference = settings.density;
    const file = await findModel({ task: 'density', reference, manifest, folder });
    if (!file.ok) return closing(file);
    const opened = await openDensityEstimator(file.value, thread, options);
    if (!opened.ok) return closing(opened);
    density = opened.value;
    experience = file.value.entry?.experience;
    const moving = await openMotionEstimator(thread, options);
    if (!moving.ok) return closing(moving);
    motion = moving.value;
  }
  return ok({
    person: person?.detector,
    density: density?.estimator,
    motion,
    get framesAtOnce() {
      return Math.max(density?.model.framesAtOnce ?? 1, person?.framesAtOnce() ?? 1);
    },
    get provider() {
      return density?.model.provider ?? person?.provider() ?? 'cpu';
    },
    get personProvider() {
      return person?.provider();
    },
    get replaced() {
      return thread.replaced;
    },
    experience,
    close,
  });
};
