import type { Picture } from '../ports/picture.js';

/** What is watched of each frame and of the models' answers to it. */
export const STATISTICS = ['brightness', 'sharpness', 'activeShare', 'disagreement'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** One frame's values; undefined where it has none (no detector, say, so no disagreement). */
export type Observation = Readonly<Partial<Record<Statistic, number>>>;

/** So few points are looked at that the hot path does not feel it, whatever the camera's size. */
const POINTS_PER_SIDE = 48;

/** Luma by Rec. 601, 0 to 255. */
const luma = (pixels: Uint8Array, at: number): number =>
  0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);

/**
 * Brightness: mean luma, 0 to 1. Sharpness: mean |difference of luma| between neighbours in a row,
 * 0 to 1; fog, rain on the lens and a lost focus lower it. Both over a lattice of points.
 */
export const pictureStatistics = ({
  width,
  height,
  pixels,
}: Picture): { readonly brightness: number; readonly sharpness: number } => {
  const columns = Math.min(POINTS_PER_SIDE, width - 1);
  const rows = Math.min(POINTS_PER_SIDE, height);
  let light = 0;
  let edges = 0;
  for (let row = 0; row < rows; row += 1) {
    const y = Math.floor(((row + 0.5) * height) / rows);
    for (let column = 0; column < columns; column += 1) {
      const x = Math.floor(((column + 0.5) * (width - 1)) / columns);
      const at = (y * width + x) * 3;
      const here = luma(pixels, at);
      light += here;
      edges += Math.abs(luma(pixels, at + 3) - here);
    }
  }
  const points = Math.max(1, rows * columns) * 255;
  return { brightness: light / points, sharpness: edges / points };
};

/** Persons in a cell from which on it counts as active. */
const ACTIVE = 0.02;

/** Share of a density map's cells that hold anybody, 0 to 1. */
export const activeShare = (persons: Float32Array): number =>
  persons.length === 0
    ? 0
    : persons.reduce((active, cell) => active + (cell >= ACTIVE ? 1 : 0), 0) / persons.length;

/**
 * (counted − detected) / max(counted, detected, 1), −1 to 1: above 0 the density model counts more.
 * It is high in a packed crowd by nature; what tells is that it is unlike the model's own past.
 */
export const disagreement = (counted: number, detected: number): number =>
  (counted - detected) / Math.max(counted, detected, 1);
