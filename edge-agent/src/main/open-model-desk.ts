import { type ModelTask, shapeOf } from '@throng/contract';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { readKept, writeKept } from '../adapters/fleet/kept-file.js';
import { modelFolder } from '../adapters/fleet/model-folder.js';
import { serverAddress } from '../adapters/fleet/server-address.js';
import type { OpenModels } from '../adapters/models/open-models.js';
import { statePaths } from '../adapters/state/state-paths.js';
import { systemClock } from '../adapters/system-clock.js';
import { KeptModels } from '../fleet/kept-models.js';
import { ModelDesk } from '../fleet/model-desk.js';
import type { Log } from '../ports/log.js';

const shape = shapeOf(KeptModels);

export interface ModelDeskOptions {
  readonly base: OpenModels;
  readonly loaded: LoadedSettings;
  readonly hasCamera: (camera: string) => boolean;
  readonly onChange: () => void;
  readonly log: Log;
}

/** The desk of offered models over those of the box's own file; what passed before the restart runs again. */
export const openModelDesk = async ({
  base,
  hasCamera,
  loaded,
  log,
  onChange,
}: ModelDeskOptions): Promise<ModelDesk> => {
  const { folder, settings } = loaded;
  const paths = statePaths(loaded);
  const read = await readKept(paths.fleetModels, shape, {});
  if (!read.ok) log.error({ cause: read.message }, 'which models passed is not known any more');
  let keeping: Promise<unknown> = Promise.resolve();
  const { providers, threads } = settings.models;
  const task: ModelTask = base.density === undefined ? 'person' : 'density';
  const desk = new ModelDesk({
    ...{ base, hasCamera, onChange, log, clock: systemClock },
    stopwatch: () => performance.now(),
    experience: base.experience === undefined ? {} : { [task]: base.experience },
    shelf: modelFolder(
      paths.weights,
      settings.edge,
      () => serverAddress(settings.fleet ?? {}, folder, paths.folder),
      { threads, providers: [...new Set([...providers, 'cpu' as const])] },
    ),
    kept: read.ok ? read.value : {},
    keep: (kept) => {
      keeping = keeping.then(async () => {
        const written = await writeKept(paths.fleetModels, kept);
        if (!written.ok) log.error({ cause: written.message }, 'how models stand was not kept');
      });
    },
  });
  await desk.resume();
  return desk;
};

/** The models as the agent asks for them: each time those that run then. */
export const runningModels = (base: OpenModels, desk: ModelDesk): OpenModels => ({
  get person() {
    return desk.everywhere.person;
  },
  get density() {
    return desk.everywhere.density;
  },
  motion: base.motion,
  get framesAtOnce() {
    return base.framesAtOnce;
  },
  get provider() {
    return base.provider;
  },
  get personProvider() {
    return base.personProvider;
  },
  get replaced() {
    return base.replaced;
  },
  get experience() {
    return desk.experience;
  },
  close: async () => {
    await desk.close();
    await base.close();
  },
});
