import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { FfmpegSource } from '../adapters/ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../adapters/ffmpeg/resolve-source.js';
import { ownVersion } from '../adapters/files/own-version.js';
import { readPassword } from '../adapters/files/read-password.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { type OpenModels, openModels } from '../adapters/models/open-models.js';
import { type BrokerAddress, MqttPublisher } from '../adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../adapters/system-clock.js';
import { maskSpans, scaledMasks } from '../masks/mask-spans.js';
import { maskedSource } from '../masks/masked-source.js';
import type { FrameSource } from '../ports/frame-source.js';
import type { Log } from '../ports/log.js';
import { viewOf } from '../settings/configured-view.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import type { CameraView } from '../stages/camera-view.js';
import { type Agent, type AgentParts, startAgent } from './agent.js';

/** Milliseconds that a stream has for its first frame, unless it may stall for longer. */
export const FIRST_FRAME = 15_000;

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

/** The picture in which a camera's pairs were marked. */
export const calibratedSize = ({ calibration }: CameraSettings): PictureSize => {
  const [width, height] = calibration.imageSize;
  return { width, height };
};

const openCamera = async (
  camera: CameraSettings,
  loaded: LoadedSettings,
): Promise<Result<{ view: CameraView; source: FrameSource }>> => {
  const view = viewOf(camera, loaded);
  if (!view.ok) return view;
  const source = await resolveSource(camera, loaded.folder);
  if (!source.ok) return fail(source.code, `camera "${camera.id}": ${source.message}`);
  const { input, secrets } = source.value;
  const nextFrame = camera.stallSeconds * 1_000;
  const size = view.value.size;
  const masks = scaledMasks(camera.masks, camera.calibration.imageSize, size);
  const frames = new FfmpegSource({
    input,
    size,
    calibratedSize: calibratedSize(camera),
    patience: { firstFrame: Math.max(FIRST_FRAME, nextFrame), nextFrame },
    secrets,
    clock: systemClock,
  });
  return ok({ view: view.value, source: maskedSource(frames, maskSpans(masks, size)) });
};

/** Makes an agent of checked settings and starts it. All that cannot work is said at once. */
export const assembleAgent = async (loaded: LoadedSettings, log: Log): Promise<Result<Agent>> => {
  const { settings, venue, folder } = loaded;
  const cameras = await Promise.all(settings.cameras.map((camera) => openCamera(camera, loaded)));
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
    cameras: cameras.flatMap((camera) => (camera.ok ? [camera.value] : [])),
    models: models.value,
    publisher: new MqttPublisher({
      broker: broker.value,
      venue: venue.id,
      edge,
      clock: systemClock,
      log,
    }),
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
