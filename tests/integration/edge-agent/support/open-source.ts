import type { Decoder } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { FfmpegSource } from '../../../../edge-agent/src/adapters/ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../../../../edge-agent/src/adapters/ffmpeg/resolve-source.js';
import { systemClock } from '../../../../edge-agent/src/adapters/system-clock.js';
import type { FrameStream } from '../../../../edge-agent/src/ports/frame-source.js';
import { VIDEO } from './squares-video.js';

interface Given {
  readonly transport?: 'tcp' | 'udp';
  readonly username?: string;
  readonly password?: string;
  /** Of ffmpeg's input. */
  readonly input?: object;
  readonly stallAfter?: number;
  readonly calibrated?: PictureSize;
  readonly size?: PictureSize;
}

/** A camera as the agent makes it of its settings. */
export const ffmpegSource = async (source: string, given: Given = {}): Promise<FfmpegSource> => {
  const { calibrated = VIDEO, input, size = VIDEO, stallAfter = 20_000, ...camera } = given;
  const resolved = await resolveSource(
    { source, transport: 'tcp', loop: false, framesPerSecond: 5, ...camera },
    '/',
  );
  if (!resolved.ok) throw new Error(resolved.message);
  return new FfmpegSource({
    input: { ...resolved.value.input, realTime: false, ...input },
    size,
    calibratedSize: calibrated,
    patience: { firstFrame: stallAfter, nextFrame: stallAfter },
    secrets: resolved.value.secrets,
    clock: systemClock,
  });
};

export const openSource = async (source: string, given: Given = {}, decoder?: Decoder) =>
  (await ffmpegSource(source, given)).open(decoder);

/** Takes so many frames of a stream and stops it; calls `look` at each of them. */
export const takeFrames = async (
  stream: FrameStream,
  wanted: number,
  look: (pixels: Uint8Array, index: number) => void = () => undefined,
): Promise<number> => {
  let taken = 0;
  for await (const frame of stream.frames) {
    look(frame.pixels, taken);
    frame.release();
    taken += 1;
    if (taken === wanted) stream.stop();
  }
  return taken;
};
