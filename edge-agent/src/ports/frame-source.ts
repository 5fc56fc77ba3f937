import type { Decoder } from '@throng/contract';
import type { Frame } from './frame.js';

/** How a stream of frames came to its end. */
export interface StreamEnd {
  /**
   * `ended`: all frames were read. `stopped`: we asked for it. The rest are faults; `misfit` is a
   * picture of another shape than the calibrated one.
   */
  readonly reason: 'ended' | 'stopped' | 'stalled' | 'failed' | 'misfit';
  /** For a person: what the decoder said last, without secrets. */
  readonly diagnosis: string;
}

/** Frames of one camera until it ends, fails, stalls or is stopped. */
export interface FrameStream {
  /** Waits for its reader: who reads slowly loses nothing here (the latest-frame slot drops). */
  readonly frames: AsyncIterable<Frame>;
  readonly end: Promise<StreamEnd>;
  stop(): void;
}

/** Something that can be opened again and again: a camera, a file, a folder. */
export interface FrameSource {
  /** What made its last picture; undefined until there was one. */
  readonly decoder?: Decoder | undefined;
  open(): FrameStream;
}
