import type { PictureSize } from '@throng/inference';

/** Models halve the picture five times; a multiple of this leaves no cell cut. */
const STEP = 32;

const toStep = (pixels: number): number => Math.max(STEP, Math.round(pixels / STEP) * STEP);

/**
 * The size at which a camera's frames are analysed: at most `width` wide, both sides multiples
 * of 32, the aspect of `picture` kept within that rounding (each axis has its own scale).
 */
export const workingSize = (picture: PictureSize, width: number): PictureSize => {
  const wide = Math.min(width, toStep(picture.width));
  return { width: wide, height: toStep((picture.height * wide) / picture.width) };
};
