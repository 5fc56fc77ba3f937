import type { Detection } from '../ports/person-detector.js';
import type { PictureSize } from '../ports/picture.js';

/**
 * Scale from a picture to a model's input that keeps the aspect: r = min(w′/w, h′/h). The picture
 * lies in the top left corner, the rest is padding; so a point of the input divided by r is the
 * point of the picture.
 */
export const letterboxScale = (picture: PictureSize, input: PictureSize): number =>
  Math.min(input.width / picture.width, input.height / picture.height);

/** A box of the model's input as a box of the picture, cut at its borders. */
export const fromLetterbox = (
  box: Detection,
  picture: PictureSize,
  input: PictureSize,
): Detection => {
  const scale = letterboxScale(picture, input);
  const across = (x: number): number => Math.min(picture.width, Math.max(0, x / scale));
  const down = (y: number): number => Math.min(picture.height, Math.max(0, y / scale));
  return {
    left: across(box.left),
    top: down(box.top),
    right: across(box.right),
    bottom: down(box.bottom),
    score: box.score,
  };
};
