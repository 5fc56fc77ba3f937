import type { PictureSize } from '@throng/inference';
import type { Frame } from '../ports/frame.js';

/**
 * Buffers for frames of one size, used again and again: a camera costs the few frames that are in
 * flight at once, however long it runs. Buffers are shared memory, so that the inference thread
 * reads them where they lie.
 */
export class FramePool {
  readonly #free: Uint8Array[] = [];
  readonly bytesPerFrame: number;

  constructor(readonly size: PictureSize) {
    this.bytesPerFrame = size.width * size.height * 3;
  }

  take(): Uint8Array {
    return this.#free.pop() ?? new Uint8Array(new SharedArrayBuffer(this.bytesPerFrame));
  }

  /** Makes a frame of a filled buffer, which comes back when the frame is released. */
  frame(pixels: Uint8Array, capturedAt: number): Frame {
    let released = false;
    return {
      ...this.size,
      capturedAt,
      pixels,
      release: () => {
        if (released) throw new Error('A frame was released twice.');
        released = true;
        this.#free.push(pixels);
      },
    };
  }
}
