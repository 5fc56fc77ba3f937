import type { Frame } from '../ports/frame.js';
import type { FramePool } from './frame-pool.js';

/**
 * Cuts a stream of raw RGB bytes into frames. Each byte is copied once, from the chunk it came in
 * to its place in the frame. Bytes of a last, incomplete frame are dropped.
 *
 * @param now time of capture: the moment at which a frame's last byte arrived.
 */
export async function* cutFrames(
  chunks: AsyncIterable<Uint8Array>,
  pool: FramePool,
  now: () => number,
): AsyncGenerator<Frame, void, undefined> {
  let pixels = pool.take();
  let filled = 0;
  for await (const chunk of chunks) {
    let read = 0;
    while (read < chunk.byteLength) {
      const part = chunk.subarray(read, read + pool.bytesPerFrame - filled);
      pixels.set(part, filled);
      filled += part.byteLength;
      read += part.byteLength;
      if (filled < pool.bytesPerFrame) continue;
      const full = pixels;
      filled = 0;
      yield pool.frame(full, now());
      pixels = pool.take();
    }
  }
}
