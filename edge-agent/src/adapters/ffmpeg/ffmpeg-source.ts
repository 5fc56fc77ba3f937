import { PassThrough } from 'node:stream';
import type { PictureSize } from '@throng/inference';
import ffmpeg from 'fluent-ffmpeg';
import { pictureSizeIn, shapeFault } from '../../feed/picture-shape.js';
import { isTelling } from '../../feed/telling-lines.js';
import { cutFrames } from '../../frames/cut-frames.js';
import { FramePool } from '../../frames/frame-pool.js';
import type { Clock } from '../../ports/clock.js';
import type { FrameSource, FrameStream, StreamEnd } from '../../ports/frame-source.js';
import { redact } from '../../settings/redact.js';
import { type FfmpegInput, inputOptions, outputOptions } from './ffmpeg-options.js';
import { StallWatch } from './stall-watch.js';

/** Milliseconds without a frame after which the stream counts as stalled. */
export interface Patience {
  /** Opening takes longer: the camera answers, ffmpeg looks at the stream, a key frame comes. */
  readonly firstFrame: number;
  readonly nextFrame: number;
}

export interface FfmpegSourceOptions {
  readonly input: FfmpegInput;
  readonly size: PictureSize;
  /** Size of the picture in which the camera was calibrated: the stream must have its shape. */
  readonly calibratedSize: PictureSize;
  readonly patience: Patience;
  /** Never shown in a diagnosis. */
  readonly secrets: readonly (string | undefined)[];
  readonly clock: Clock;
}

/** Lines of ffmpeg's own words that are kept for the diagnosis. */
const TAIL = 6;

/** Milliseconds that ffmpeg has to end by itself before it is killed. */
const GRACE = 1_000;

/** A camera has no end: one that closes its stream in order, as in a reboot, is lost like any other. */
const isLive = ({ kind }: FfmpegInput): boolean => kind === 'rtsp' || kind === 'http';

/** Reads frames through the system's ffmpeg: one child process for each time it is opened. */
export class FfmpegSource implements FrameSource {
  readonly #pool: FramePool;

  constructor(private readonly options: FfmpegSourceOptions) {
    this.#pool = new FramePool(options.size);
  }

  open(): FrameStream {
    const { input, size, secrets, clock } = this.options;
    const tail: string[] = [];
    const pipe = new PassThrough({ highWaterMark: 1 << 20 });
    let reason: StreamEnd['reason'] | undefined;
    let started = false;

    const command = ffmpeg(input.input, { stdoutLines: TAIL })
      .inputOptions(inputOptions(input))
      .outputOptions(outputOptions(input, size));
    const end = new Promise<StreamEnd>((resolve) => {
      const finish = (otherwise: 'ended' | 'failed', message?: string) => {
        watch.stop();
        if (message !== undefined && tail.length === 0) tail.push(message);
        resolve({ reason: reason ?? otherwise, diagnosis: redact(tail.join(' | '), secrets) });
      };
      command
        .on('end', () => {
          if (isLive(input)) finish('failed', 'the camera ended its stream');
          else finish('ended');
        })
        .on('error', (error: Error) => {
          finish('failed', error.message);
          if (!started) pipe.end(); // no child was born that would end it
        });
    });
    const stop = (why: StreamEnd['reason']) => {
      reason ??= why;
      command.kill('SIGTERM');
      const cancel = clock.after(GRACE, () => command.kill('SIGKILL'));
      end.finally(cancel);
      pipe.destroy();
    };
    const watch = new StallWatch(clock, (milliseconds) => {
      tail.push(`no frame for ${milliseconds / 1_000} s`);
      stop('stalled');
    });
    command
      .on('start', () => {
        started = true;
        if (reason !== undefined) command.kill('SIGKILL');
      })
      .on('codecData', ({ video_details: words }: { video_details?: string[] }) => {
        const shown = pictureSizeIn(words ?? []);
        const fault = shown && shapeFault(shown, this.options.calibratedSize);
        if (fault === undefined) return;
        tail.splice(0, tail.length, fault);
        stop('misfit');
      })
      .on('stderr', (line: string) => {
        const said = line.trim();
        if (reason !== undefined || !isTelling(said)) return;
        tail.push(said);
        if (tail.length > TAIL) tail.shift();
      })
      .pipe(pipe, { end: true });

    return {
      frames: this.#frames(pipe, watch, () => reason === undefined),
      end,
      stop: () => stop('stopped'),
    };
  }

  async *#frames(pipe: PassThrough, watch: StallWatch, isWanted: () => boolean) {
    const { clock, patience } = this.options;
    watch.start(patience.firstFrame);
    try {
      for await (const frame of cutFrames(pipe, this.#pool, () => clock.now())) {
        watch.stop(); // a reader that takes its time is no stall of the camera
        yield frame;
        watch.start(patience.nextFrame);
      }
    } catch (cause) {
      // Destroying the pipe, which is how we stop, breaks the reading off.
      if (isWanted()) throw cause;
    } finally {
      watch.stop();
    }
  }
}
