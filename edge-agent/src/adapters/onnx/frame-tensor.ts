import type { Frame } from '../../ports/frame.js';
import type { TensorValue } from './inference-protocol.js';

/** A frame as `uint8 [1, H, W, 3]`, where it lies. */
export const frameTensor = ({ pixels, width, height }: Frame): TensorValue => ({
  type: 'uint8',
  dims: [1, height, width, 3],
  bytes: pixels,
});
