import { GLIMPSE } from './glimpse.js';

/** Pixels of a glimpse per side of a tile: 8 × 6 tiles. */
const TILE = 12;
const COLUMNS = GLIMPSE.width / TILE;
export const TILES = COLUMNS * (GLIMPSE.height / TILE);

/** What one tile of a picture shows. */
export interface TileSight {
  /** Mean luma, 0 to 255. */
  readonly light: number;
  /**
   * Root mean square of (mean of the four pixels two away − pixel), levels: how much there is to
   * see. Shading and what is far out of focus, a hand before the lens say, give nearly nothing.
   */
  readonly detail: number;
}

export const tileSights = (luma: Uint8Array): TileSight[] => {
  const { width, height } = GLIMPSE;
  const at = (x: number, y: number): number =>
    luma[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0;
  return Array.from({ length: TILES }, (_, tile) => {
    const [left, top] = [(tile % COLUMNS) * TILE, Math.floor(tile / COLUMNS) * TILE];
    let [light, detail] = [0, 0];
    for (let y = top; y < top + TILE; y += 1) {
      for (let x = left; x < left + TILE; x += 1) {
        const here = at(x, y);
        const round = (at(x - 2, y) + at(x + 2, y) + at(x, y - 2) + at(x, y + 2)) / 4;
        light += here;
        detail += (round - here) ** 2;
      }
    }
    return { light: light / TILE ** 2, detail: Math.sqrt(detail) / TILE };
  });
};
