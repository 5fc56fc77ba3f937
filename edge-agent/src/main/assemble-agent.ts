import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { askMachine } from '../adapters/ffmpeg/ask-machine.js';
import { ownVersion } from '../adapters/files/own-version.js';
import { readPassword } from '../adapters/files/read-password.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { type OpenModels, openModels } from '../adapters/models/open-models.js';
import { type BrokerAddress, MqttPublisher } from '../adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../adapters/system-clock.js';
import type { FrameSource } from '../ports/frame-source.js';
import type { Log } from '../ports/log.js';
import { type Agent, type AgentParts, startAgent } from './agent.js';
import { openCamera } from './open-camera.js';

/** The broker of the settings, with its password and certificate read. */
export const brokerAddress = async ({
  settings: { broker },
  folder,
}: LoadedSettings): Promise<Result<BrokerAddress>> => {
  const password = await readPassword(broker, folder);
  if (!password.ok) return password;
  const { caFile, url, username } = broker;
  if (caFile === undefined) return ok({ url, username, password: password.value });
  const ca = await readFile(resolve(folder, caFile), 'utf8').catch(() => undefined);
  return ca === undefined
    ? fail('ca-file', `cannot read broker.caFile ${resolve(folder, caFile)}`)
    : ok({ url, username, password: password.value, ca });
};

/**
 * Makes an agent of checked settings and starts it. All that cannot work is said at once.
 *
 * @param through what each camera's frames pass on their way in: nothing, but for a bench.
 */
export const assembleAgent = async (
  loaded: LoadedSettings,
  log: Log,
  through: (source: FrameSource) => FrameSource = (source) => source,
): Promise<Result<Agent>> => {
  const { settings, venue, folder } = loaded;
  const machine = await askMachine();
  const cameras = await Promise.all(
    settings.cameras.map((camera) =>
      openCamera(camera, loaded, machine, (failure) =>
        log.warn({ camera: camera.id, ...failure }, 'a decoder does not work'),
      ),
    ),
  );
  const broker = await brokerAddress(loaded);
  const failures = [...cameras, broker].filter((part) => !part.ok);
  if (failures.length > 0) {
    return fail('cannot-start', failures.map((failure) => failure.message).join('\n'));
  }
  const models: Result<OpenModels> = await openModels(settings.models, folder, (change) =>
    log.warn(change, 'a model does not run where it was wanted'),
  );
  if (!models.ok) return models;
  if (!broker.ok) return broker;
  const { edge } = settings;
  const { density, person, personProvider, provider } = models.value;
  log.info({ person: person?.id, density: density?.id, provider, personProvider }, 'models run');
  const parts: AgentParts = {
    venue: venue.id,
    edge,
    version: ownVersion(),
    cameras: cameras.flatMap((camera) =>
      camera.ok ? [{ ...camera.value, source: through(camera.value.source) }] : [],
    ),
    models: models.value,
    publisher: new MqttPublisher({
      broker: broker.value,
      venue: venue.id,
      edge,
      clock: systemClock,
      log,
    }),
    sampling: settings.sampling,
    windowSeconds: settings.window.seconds,
    clock: systemClock,
    log,
  };
  const agent = startAgent(parts);
  const stop = async (): Promise<void> => {
    await agent.stop();
    await models.value.close();
  };
  return ok({ finished: agent.finished, stop });
};
