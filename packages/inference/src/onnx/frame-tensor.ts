import type { TensorValue } from '../ports/loaded-model.js';
import type { Picture } from '../ports/picture.js';

/** A picture as `uint8 [1, H, W, 3]`, where it lies. */
export const frameTensor = ({ pixels, width, height }: Picture): TensorValue => ({
  type: 'uint8',
  dims: [1, height, width, 3],
  values: pixels,
});
