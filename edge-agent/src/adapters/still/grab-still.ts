import { fail, ok, type Result } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { maskSpans, scaledMasks } from '../../masks/mask-spans.js';
import { maskedSource } from '../../masks/masked-source.js';
import { FfmpegSource } from '../ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../ffmpeg/resolve-source.js';
import type { CalibrationTarget } from '../files/read-calibration-target.js';
import { systemClock } from '../system-clock.js';
import { encodePng } from './encode-png.js';

/** One frame of a camera in its own size. In memory only; gone with the page that shows it. */
export interface Still {
  readonly size: PictureSize;
  readonly png: Buffer;
  readonly capturedAt: number;
}

/** Milliseconds that a camera has for its first frame. */
const FIRST_FRAME = 15_000;

/** Larger pictures are shown at this width: enough to click to a pixel, small enough for memory. */
const WIDEST = 2_560;

const guess: PictureSize = { width: 1_280, height: 720 };

const shownSize = ({ width, height }: PictureSize): PictureSize => {
  const scale = Math.min(1, WIDEST / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

const sameSize = (a: PictureSize, b: PictureSize): boolean =>
  a.width === b.width && a.height === b.height;

/** What a camera shows now, asked for at `size`; tells the size that its stream really has. */
const firstFrame = async (
  { camera, folder, calibration }: CalibrationTarget,
  size: PictureSize,
): Promise<Result<{ still: Still; own: PictureSize }>> => {
  const resolved = await resolveSource(camera, folder);
  if (!resolved.ok) return resolved;
  const { input, secrets } = resolved.value;
  let own = size;
  const frames = new FfmpegSource({
    input,
    size,
    onPictureSize: (shown) => {
      own = shownSize(shown);
    },
    patience: { firstFrame: FIRST_FRAME, nextFrame: FIRST_FRAME },
    secrets,
    clock: systemClock,
  });
  // What is masked for the models stays masked here: nobody gets to see more than they do.
  const marked = calibration?.imageSize ?? [size.width, size.height];
  const masks = maskSpans(scaledMasks(camera.masks, marked, size), size);
  const stream = maskedSource(frames, masks).open();
  let still: Still | undefined;
  for await (const frame of stream.frames) {
    still = { size, png: encodePng(frame), capturedAt: frame.capturedAt };
    frame.release();
    break;
  }
  stream.stop();
  const { diagnosis } = await stream.end;
  return still === undefined
    ? fail('no-picture', `camera "${camera.id}" shows no picture: ${diagnosis}`)
    : ok({ still, own });
};

/** One still of a camera, through the same source as the agent reads, in the size of its stream. */
export const grabStill = async (target: CalibrationTarget): Promise<Result<Still>> => {
  const [width, height] = target.calibration?.imageSize ?? [guess.width, guess.height];
  const first = await firstFrame(target, shownSize({ width, height }));
  if (!first.ok) return first;
  const { own, still } = first.value;
  if (sameSize(own, still.size)) return ok(still);
  const second = await firstFrame(target, own);
  return second.ok ? ok(second.value.still) : second;
};
