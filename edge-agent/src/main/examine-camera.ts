import type { PictureFault } from '@throng/contract';
import type { DecoderFailure } from '../adapters/ffmpeg/camera-source.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { sharpGlimpser } from '../adapters/watchdog/sharp-glimpser.js';
import { broken, type Finding, healthy } from '../doctor/finding.js';
import { streamCause } from '../doctor/stream-cause.js';
import type { Machine } from '../feed/offered-decoders.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import { tileSights } from '../watchdog/sight.js';
import { lostSight } from '../watchdog/sight-watch.js';
import { examinePlace, pictureFinding } from './examine-picture.js';
import { openCamera } from './open-camera.js';

/** Seconds that the doctor waits for a picture, however long the camera may stall in service. */
const LONGEST_LOOK = 15;

/** A decoder that was asked for by name must work; one that `auto` merely tried need not. */
const decoderFinding = (
  subject: string,
  { decode }: CameraSettings,
  { decoder, diagnosis, next }: DecoderFailure,
): Finding =>
  decode === 'auto'
    ? healthy(subject, `decodes with ${next}; ${decoder} does not work here: ${diagnosis}`)
    : broken(
        subject,
        `decode: ${decoder} does not work here, ${next} takes its place: ${diagnosis}`,
        'install the driver and give this user its device (hardware/README.md), or set decode: auto',
      );

/** Opens a camera as the agent would and waits for its first picture. */
export const examineCamera = async (
  camera: CameraSettings,
  loaded: LoadedSettings,
  machine: Machine,
): Promise<Finding[]> => {
  const subject = `camera ${camera.id}`;
  const failures: DecoderFailure[] = [];
  const briefly = { ...camera, stallSeconds: LONGEST_LOOK };
  const opened = await openCamera(briefly, loaded, machine, (failure) => failures.push(failure));
  if (!opened.ok) return [broken(subject, opened.message, streamCause(opened.code).remedy)];
  const { source, view } = opened.value;
  const began = performance.now();
  const stream = source.open();
  let took: number | undefined;
  let lost: PictureFault | undefined;
  for await (const frame of stream.frames) {
    lost = lostSight(tileSights((await sharpGlimpser.glimpse(frame)).luma));
    frame.release();
    took = performance.now() - began;
    break;
  }
  stream.stop();
  const { diagnosis } = await stream.end;
  const decoding = failures.map((failure) => decoderFinding(subject, camera, failure));
  if (took === undefined) {
    const { cause, remedy } = streamCause(diagnosis);
    return [...decoding, broken(subject, `${cause}: ${diagnosis}`, remedy)];
  }
  const { width, height } = view.size;
  const seen = `first frame after ${(took / 1_000).toFixed(1)} s, ${width} × ${height} px`;
  const moved = await examinePlace(camera, loaded);
  if (lost !== undefined) return [...decoding, pictureFinding(camera.id, lost), ...moved];
  const well = healthy(subject, `${seen}, decoder ${source.decoder ?? 'software'}`);
  return [...decoding, well, ...moved];
};
