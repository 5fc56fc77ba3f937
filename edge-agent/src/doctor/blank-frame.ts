import type { PictureSize } from '@throng/inference';
import { FramePool } from '../frames/frame-pool.js';
import type { Frame } from '../ports/frame.js';

/** An all-grey frame, to see whether the models run and how fast. */
export const makeBlankFrame = (size: PictureSize): Frame => {
  const pool = new FramePool(size);
  return pool.frame(pool.take().fill(114), 0);
};
