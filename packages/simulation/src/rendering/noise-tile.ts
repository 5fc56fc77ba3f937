import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { createRandom } from '../random/random.js';

/** Side of the tile, pixels. */
export const NOISE_TILE = 256;

/** Grey and faintly coloured grain around middle grey, for `overlay`: a sensor's noise, made once. */
export const createNoiseTile = (seed: number): Canvas => {
  const random = createRandom(seed);
  const canvas = createCanvas(NOISE_TILE, NOISE_TILE);
  const context = canvas.getContext('2d');
  const image = context.createImageData(NOISE_TILE, NOISE_TILE);
  for (let index = 0; index < image.data.length; index += 4) {
    const grey = 128 + 46 * random.normal();
    for (let channel = 0; channel < 3; channel += 1) {
      image.data[index + channel] = grey + 22 * random.normal();
    }
    image.data[index + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
};
