import { PassThrough, Readable } from 'node:stream';
import type { Decoder } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import ffmpeg from 'fluent-ffmpeg';
import { complaintIn, isRecognition, pictureSizeIn } from '../../feed/ffmpeg-words.js';
import { shapeFault } from '../../feed/picture-shape.js';
import { cutFrames } from '../../frames/cut-frames.js';
import { FramePool } from '../../frames/frame-pool.js';
import type { Clock } from '../../ports/clock.js';
import type { FrameSource, FrameStream, StreamEnd } from '../../ports/frame-source.js';
import { redact } from '../../settings/redact.js';
import {
  type FfmpegInput,
  inputOptions,
  inputScript,
  isLive,
  outputOptions,
} from './ffmpeg-options.js';
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
  readonly calibratedSize?: PictureSize | undefined;
  /** Told the size of the stream's own picture before its first frame, and when it changes. */
  readonly onPictureSize?: ((size: PictureSize) => void) | undefined;
  readonly patience: Patience;
  /** Never shown in a diagnosis. */
  readonly secrets: readonly (string | undefined)[];
  readonly clock: Clock;
}

export interface FfmpegStream extends FrameStream {
  /** Whether ffmpeg has read the input and knows its codec: what fails then is the decoding. */
  readonly isRecognised: () => boolean;
}

/** Lines of ffmpeg's own words that are kept for the diagnosis. */
const TAIL = 6;

/**
 * What fluent-ffmpeg says of an ffmpeg that has written its last frame and takes more than 20 ms to exit, as on
 * a busy machine. Without a complaint of ffmpeg's own, that is an end in order.
 */
const SLOW_TO_EXIT = 'Output stream closed';

/** Milliseconds that ffmpeg has to end by itself before it is killed. */
const GRACE = 1_000;

/** Reads frames through the system's ffmpeg: one child process for each time it is opened. */
export class FfmpegSource implements FrameSource {
  readonly #pool: FramePool;

  constructor(private readonly options: FfmpegSourceOptions) {
    this.#pool = new FramePool(options.size);
  }

  open(decoder: Decoder = 'software'): FfmpegStream {
    const { calibratedSize, clock, input, secrets, size } = this.options;
    const tail: string[] = [];
    const pipe = new PassThrough({ highWaterMark: 1 << 20 });
    let reason: StreamEnd['reason'] | undefined;
    let started = false;
    let recognised = false;

    const script = inputScript(input);
    const command = ffmpeg(script === undefined ? input.input : Readable.from([script]), {
      stdoutLines: TAIL,
    })
      .inputOptions(inputOptions(input, decoder))
      .outputOptions(outputOptions(input, size, decoder));
    const end = new Promise<StreamEnd>((resolve) => {
      const finish = (otherwise: 'ended' | 'failed', message?: string) => {
        watch.stop();
        if (message !== undefined && tail.length === 0) tail.push(message);
        resolve({ reason: reason ?? otherwise, diagnosis: redact(tail.join(' | '), secrets) });
      };
      const finishInOrder = () => {
        if (isLive(input)) finish('failed', 'the camera ended its stream');
        else finish('ended');
      };
      command.on('end', finishInOrder).on('error', (error: Error) => {
        if (error.message === SLOW_TO_EXIT && tail.length === 0) return finishInOrder();
        finish('failed', error.message);
        if (!started) pipe.end(); // no child was born that would end it
      });
    });
    const stop = (why: StreamEnd['reason']) => {
      reason ??= why;
      command.kill('SIGTERM');
      const cancel = clock.after(GRACE, () => command.kill('SIGKILL'));
      end.finally(cancel);
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
      .on('stderr', (line: string) => {
        if (reason !== undefined) return;
        recognised ||= isRecognition(line);
        const shown = pictureSizeIn(line);
        if (shown !== undefined) this.options.onPictureSize?.(shown);
        const misfit = shown && calibratedSize && shapeFault(shown, calibratedSize);
        if (misfit !== undefined) {
          tail.splice(0, tail.length, misfit);
          return stop('misfit');
        }
        const complaint = complaintIn(line);
        if (complaint === undefined) return;
        tail.push(complaint);
        if (tail.length > TAIL) tail.shift();
      })
      .pipe(pipe, { end: true });

    return {
      frames: this.#frames(pipe, watch, () => reason === undefined),
      end,
      isRecognised: () => recognised,
      stop: () => stop('stopped'),
    };
  }

  /**
   * The pipe is read to its end whatever happens: an ffmpeg that nobody reads from cannot end, and
   * fluent-ffmpeg takes a pipe that was destroyed for an ffmpeg that has ended.
   */
  async *#frames(pipe: PassThrough, watch: StallWatch, isWanted: () => boolean) {
    const { clock, patience } = this.options;
    const chunks = pipe.iterator({ destroyOnReturn: false });
    watch.start(patience.firstFrame);
    try {
      for await (const frame of cutFrames(chunks, this.#pool, () => clock.now())) {
        if (!isWanted()) return frame.release();
        watch.stop(); // a reader that takes its time is no stall of the camera
        yield frame;
        watch.start(patience.nextFrame);
      }
    } finally {
      watch.stop();
      pipe.resume();
    }
  }
}
