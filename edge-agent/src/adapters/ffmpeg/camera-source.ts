import type { Decoder } from '@throng/contract';
import type { DecoderChoice } from '../../feed/decoder-choice.js';
import type { Frame } from '../../ports/frame.js';
import type { FrameSource, FrameStream, StreamEnd } from '../../ports/frame-source.js';
import type { FfmpegSource, FfmpegStream } from './ffmpeg-source.js';

/** A decoder that did not work, and why. */
export interface DecoderFailure {
  readonly decoder: Decoder;
  readonly next: Decoder;
  readonly diagnosis: string;
}

/** Reads a camera with the best decoder that works for it. */
export class CameraSource implements FrameSource {
  /** The one that made the last picture; undefined until there was one. */
  decoder: Decoder | undefined;

  constructor(
    private readonly source: FfmpegSource,
    private readonly choice: DecoderChoice,
    private readonly onFailure: (failure: DecoderFailure) => void,
  ) {}

  open(): FrameStream {
    const stream = new CameraStream(
      (decoder) => this.source.open(decoder),
      this.choice,
      this.onFailure,
      (decoder) => {
        this.decoder = decoder;
      },
    );
    return { frames: stream.frames(), end: stream.end, stop: () => stream.stop() };
  }
}

/**
 * One opening of a camera. Where a decoder fails before the first picture the next takes over
 * inside the same stream: the camera is not lost, and waits for nothing.
 */
class CameraStream {
  readonly end: Promise<StreamEnd>;
  #decoder: Decoder;
  #stream: FfmpegStream;
  #stopped = false;
  #tellEnd: (end: Promise<StreamEnd>) => void = () => undefined;

  constructor(
    private readonly openWith: (decoder: Decoder) => FfmpegStream,
    private readonly choice: DecoderChoice,
    private readonly onFailure: (failure: DecoderFailure) => void,
    private readonly onShown: (decoder: Decoder) => void,
  ) {
    this.#decoder = choice.best();
    this.#stream = openWith(this.#decoder);
    this.end = new Promise((resolve) => {
      this.#tellEnd = resolve;
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#stream.stop();
  }

  async *frames(): AsyncGenerator<Frame, void, undefined> {
    try {
      do {
        let shown = false;
        for await (const frame of this.#stream.frames) {
          if (!shown) this.onShown(this.#decoder);
          shown = true;
          yield frame;
        }
        if (shown) return;
      } while (await this.#takeNext());
    } finally {
      this.#tellEnd(this.#stream.end);
    }
  }

  /** Opens the stream with the next decoder, if it was the decoder that failed. */
  async #takeNext(): Promise<boolean> {
    const { diagnosis, reason } = await this.#stream.end;
    const isBroken = reason === 'failed' || reason === 'stalled';
    if (this.#decoder === 'software' || !isBroken || !this.#stream.isRecognised()) return false;
    const decoder = this.#decoder;
    this.choice.failed(decoder);
    this.#decoder = this.choice.best();
    this.onFailure({ decoder, next: this.#decoder, diagnosis });
    if (this.#stopped) return false;
    this.#stream = this.openWith(this.#decoder);
    return true;
  }
}
