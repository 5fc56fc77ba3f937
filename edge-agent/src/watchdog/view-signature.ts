import { GLIMPSE } from './glimpse.js';

/** Pixels of a glimpse per side of a cell. */
const CELL = 4;
export const COLUMNS = GLIMPSE.width / CELL;
export const ROWS = GLIMPSE.height / CELL;
export const CELLS = COLUMNS * ROWS;

/** Root mean square of the luma's slope, levels per pixel, below which a cell shows only noise. */
const LEAST_SLOPE = 2;

/** Share of a cell's slopes that must agree on a direction. */
const LEAST_COHERENCE = 0.35;

/**
 * Which way edges run in each of 24 × 18 cells, as a vector of the doubled angle: (cos 2θ, sin 2θ),
 * (0, 0) where a cell has none. Brightness, contrast and colour are not in it.
 */
export interface Orientations {
  readonly cosines: Float32Array;
  readonly sines: Float32Array;
}

/**
 * The orientations of a picture, from the structure tensor of each cell: with slopes gx, gy and
 * sums over the cell, 2θ = atan2(2Σgx·gy, Σgx² − Σgy²), coherence = |(Σgx² − Σgy², 2Σgx·gy)| /
 * (Σgx² + Σgy²). (Bigün & Granlund 1987.)
 */
export const orientationsOf = (luma: Uint8Array): Orientations => {
  const cosines = new Float32Array(CELLS);
  const sines = new Float32Array(CELLS);
  const at = (x: number, y: number): number =>
    luma[
      Math.min(GLIMPSE.height - 1, Math.max(0, y)) * GLIMPSE.width +
        Math.min(GLIMPSE.width - 1, Math.max(0, x))
    ] ?? 0;
  for (let cell = 0; cell < CELLS; cell += 1) {
    const [left, top] = [(cell % COLUMNS) * CELL, Math.floor(cell / COLUMNS) * CELL];
    let [across, both, down] = [0, 0, 0];
    for (let y = top; y < top + CELL; y += 1) {
      for (let x = left; x < left + CELL; x += 1) {
        const gx = (at(x + 1, y) - at(x - 1, y)) / 2;
        const gy = (at(x, y + 1) - at(x, y - 1)) / 2;
        across += gx * gx;
        both += gx * gy;
        down += gy * gy;
      }
    }
    const energy = across + down;
    const strength = Math.hypot(across - down, 2 * both);
    if (energy < CELL ** 2 * LEAST_SLOPE ** 2 || strength < LEAST_COHERENCE * energy) continue;
    cosines[cell] = (across - down) / strength;
    sines[cell] = (2 * both) / strength;
  }
  return { cosines, sines };
};
