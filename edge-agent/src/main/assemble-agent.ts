import { fail, ok, type Result } from '@throng/contract';
import { askMachine } from '../adapters/ffmpeg/ask-machine.js';
import { ownVersion } from '../adapters/files/own-version.js';
import { readPassword } from '../adapters/files/read-password.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { type OpenModels, openModels } from '../adapters/models/open-models.js';
import { readBrokerAddress } from '../adapters/mqtt/broker-address.js';
import { systemClock } from '../adapters/system-clock.js';
import type { FrameSource } from '../ports/frame-source.js';
import type { Log } from '../ports/log.js';
import { type Agent, type AgentParts, startAgent } from './agent.js';
import type { FleetSeam } from './fleet-seam.js';
import { keepIdentity } from './keep-identity.js';
import { openCamera } from './open-camera.js';
import { openCameraCare } from './open-camera-care.js';
import { criticalDensities, openLocalAlarm } from './open-local-alarm.js';
import { runningModels } from './open-model-desk.js';
import { openPublisher } from './open-publisher.js';
import { type OpenOne, type ReloadFault, SettingsReload } from './settings-reload.js';

/** An agent that can be given new settings while it runs. */
export interface AssembledAgent extends Pick<Agent, 'finished' | 'pulse' | 'stop'> {
  /** Takes over what the new settings say of cameras; resolves when they are in place, or why they are not. */
  reload(next: LoadedSettings): Promise<Result<void, ReloadFault>>;
}

/**
 * Makes an agent of checked settings and starts it. All that cannot work is said at once.
 *
 * @param through what each camera's frames pass on their way in: nothing, but for a bench.
 * @param fleet where a server's word comes in; without it only the box's own settings count.
 */
export const assembleAgent = async (
  loaded: LoadedSettings,
  log: Log,
  through: (source: FrameSource) => FrameSource = (source) => source,
  fleet?: FleetSeam,
): Promise<Result<AssembledAgent>> => {
  const { settings, venue, folder } = loaded;
  const machine = await askMachine();
  const open: OpenOne = async (camera, within) => {
    const opened = await openCamera(camera, within, machine, (failure) =>
      log.warn({ camera: camera.id, ...failure }, 'a decoder does not work'),
    );
    if (!opened.ok) return opened;
    const care = await openCameraCare(camera, within, opened.value.view.size, log);
    return ok({ ...opened.value, care, source: through(opened.value.source) });
  };
  const cameras = await Promise.all(settings.cameras.map((camera) => open(camera, loaded)));
  const broker = await readBrokerAddress(settings.broker, folder);
  const failures = [...cameras, broker].filter((part) => !part.ok);
  if (failures.length > 0) {
    return fail('cannot-start', failures.map((failure) => failure.message).join('\n'));
  }
  const own: Result<OpenModels> = await openModels(settings.models, folder, (change) =>
    log.warn(change, 'a model does not run where it was wanted'),
  );
  if (!own.ok) return own;
  const desk = await fleet?.models(own.value);
  const models = desk === undefined ? own.value : runningModels(own.value, desk);
  const { edge } = settings;
  const { density, person, personProvider, provider } = models;
  log.info({ person: person?.id, density: density?.id, provider, personProvider }, 'models run');
  const publisher = openPublisher(loaded, log, fleet?.line);
  const keeper = keepIdentity(loaded, log);
  const localAlarm = openLocalAlarm(loaded, publisher, log);
  const parts: AgentParts = {
    venue: venue.id,
    edge,
    version: ownVersion(),
    cameras: cameras.flatMap((camera) => (camera.ok ? [camera.value] : [])),
    models,
    modelsOf: desk && ((camera) => desk.of(camera)),
    publisher,
    localAlarm,
    certificate: () => keeper?.health,
    sampling: settings.sampling,
    windowSeconds: settings.window.seconds,
    clock: systemClock,
    log,
  };
  const agent = startAgent(parts);
  const stop = async (): Promise<void> => {
    keeper?.end();
    desk?.stop();
    await agent.stop();
    await models.close();
  };
  const reloading = new SettingsReload({
    ...{ loaded, open, log, cameras: agent.cameras },
    passwordOf: async (camera, within) => {
      const password = await readPassword(camera, within.folder);
      return password.ok ? password.value : undefined;
    },
  });
  return ok({
    finished: agent.finished,
    pulse: () => agent.pulse(),
    reload: async (next) => {
      const taken = await reloading.take(next);
      if (!taken.ok) return taken;
      localAlarm?.judgeBy(criticalDensities(next.venue));
      if (next.settings.localAlarm !== undefined) localAlarm?.goBy(next.settings.localAlarm);
      return taken;
    },
    stop,
  });
};
