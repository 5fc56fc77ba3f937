import { fail, ok, type Result } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { CameraSource, type DecoderFailure } from '../adapters/ffmpeg/camera-source.js';
import { FfmpegSource } from '../adapters/ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../adapters/ffmpeg/resolve-source.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { systemClock } from '../adapters/system-clock.js';
import { DecoderChoice } from '../feed/decoder-choice.js';
import { decodersFor, type Machine, offeredDecoders } from '../feed/offered-decoders.js';
import type { MeasuredLine } from '../flow/line-view.js';
import { passageLines } from '../flow/passage-lines.js';
import { maskSpans, scaledMasks } from '../masks/mask-spans.js';
import { maskedSource } from '../masks/masked-source.js';
import type { FrameSource } from '../ports/frame-source.js';
import { viewOf } from '../settings/configured-view.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import type { CameraView } from '../stages/camera-view.js';

/** Milliseconds that a stream has for its first frame, unless it may stall for longer. */
const FIRST_FRAME = 15_000;

/** A camera that can be run: where its pictures come from and what they show. */
export interface OpenCamera {
  readonly view: CameraView;
  readonly source: FrameSource;
  /** Frames per second that are wanted of it. */
  readonly framesPerSecond: number;
  /** The passages that it counts on. */
  readonly lines: readonly MeasuredLine[];
}

/** Makes a camera of its settings; nothing is read from it yet. */
export const openCamera = async (
  camera: CameraSettings,
  loaded: LoadedSettings,
  machine: Machine,
  onDecoderFailure: (failure: DecoderFailure) => void,
): Promise<Result<OpenCamera>> => {
  const view = viewOf(camera, loaded);
  if (!view.ok) return view;
  const resolved = await resolveSource(camera, loaded.folder);
  if (!resolved.ok) return fail(resolved.code, `camera "${camera.id}": ${resolved.message}`);
  const { input, secrets } = resolved.value;
  const nextFrame = camera.stallSeconds * 1_000;
  const { size } = view.value;
  const frames = new FfmpegSource({
    input,
    size,
    calibratedSize: calibratedSize(camera),
    patience: { firstFrame: Math.max(FIRST_FRAME, nextFrame), nextFrame },
    secrets,
    clock: systemClock,
  });
  const decoders =
    input.kind === 'images' ? [] : decodersFor(camera.decode, offeredDecoders(machine));
  const choice = new DecoderChoice(decoders, systemClock);
  const masks = scaledMasks(camera.masks, camera.calibration.imageSize, size);
  const source = new CameraSource(frames, choice, onDecoderFailure);
  return ok({
    view: view.value,
    source: maskedSource(source, maskSpans(masks, size)),
    framesPerSecond: camera.framesPerSecond,
    lines: passageLines(loaded.venue, camera.id),
  });
};

/** The picture in which a camera's pairs were marked. */
const calibratedSize = ({ calibration }: CameraSettings): PictureSize => {
  const [width, height] = calibration.imageSize;
  return { width, height };
};
