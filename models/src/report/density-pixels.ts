import type { DensityMap } from '@throng/inference';
import { colourOf } from './colour-ramp.js';

/**
 * A density map as RGBA, a pixel per cell: colour by persons relative to the densest cell, opaque
 * from a quarter of it on, so that the picture below shows through where nobody is.
 */
export const densityPixels = ({ persons }: DensityMap): Uint8Array => {
  const densest = persons.reduce((most, cell) => Math.max(most, cell), 0);
  const pixels = new Uint8Array(persons.length * 4);
  for (const [index, cell] of persons.entries()) {
    const share = densest > 0 ? Math.max(0, cell) / densest : 0;
    pixels.set([...colourOf(share), Math.round(255 * Math.min(1, share * 4))], index * 4);
  }
  return pixels;
};
