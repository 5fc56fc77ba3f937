import type { GroundGrid } from '@throng/crowd';
import { heatPalette } from './heat-palette.js';
import { type HeatRaster, UNKNOWN } from './heat-raster.js';
import { spreadHeat, unknownCells } from './heat-spread.js';

/** The venue's heat as two pictures, north up, to be scaled by the canvas. */
export interface HeatImage {
  readonly frame: GroundGrid;
  /** Already smooth, some pixels per cell. */
  readonly heat: HTMLCanvasElement;
  /** One pixel per cell, opaque where the ground is unknown; null where all of it is known. */
  readonly unknown: HTMLCanvasElement | null;
}

/** Paints one raster after another on the same two canvases: an image lasts until the next one. */
export const heatEasel = (): ((raster: HeatRaster) => HeatImage) => {
  const heat = cellCanvas();
  const unknown = cellCanvas();
  const smooth = smoothCanvas();
  return (raster) => ({
    frame: raster.frame,
    heat: smooth(heat(spreadHeat(raster).steps, raster.frame, colours)),
    unknown: raster.steps.includes(UNKNOWN)
      ? unknown(unknownCells(raster), raster.frame, opaque)
      : null,
  });
};

/** Pixels as the canvas keeps them, in whichever order of bytes, by step and by "is unknown". */
const colours = new Uint32Array(heatPalette.buffer);
const opaque = new Uint32Array(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255).buffer);

/** A canvas of one pixel per cell; a negative entry is no colour. Grids run north, canvases south. */
const cellCanvas = () => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let image = new ImageData(1, 1);
  return (
    entries: ArrayLike<number>,
    { columns, rows }: GroundGrid,
    palette: Uint32Array,
  ): HTMLCanvasElement => {
    if (canvas.width !== columns || canvas.height !== rows) {
      [canvas.width, canvas.height] = [columns, rows];
      image = new ImageData(columns, rows);
    }
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0; row < rows; row += 1) {
      const [from, to] = [row * columns, (rows - 1 - row) * columns];
      for (let column = 0; column < columns; column += 1) {
        pixels[to + column] = palette[entries[from + column] ?? -1] ?? 0;
      }
    }
    context?.putImageData(image, 0, 0);
    return canvas;
  };
};

/** Pixels per cell after which a straight line between two of them is seen as a curve. */
const SMOOTH = 3;
/** Pixels that a canvas may be wide or high in every browser. */
const CANVAS_AT_MOST = 16_384;

/**
 * Scales once and well, so that each drawing may scale by the plain way: without a GPU the good way
 * takes as long for a whole screen as all the rest of the map.
 */
const smoothCanvas = () => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  return (cells: HTMLCanvasElement): HTMLCanvasElement => {
    const room = Math.floor(CANVAS_AT_MOST / Math.max(cells.width, cells.height));
    const scale = Math.max(1, Math.min(SMOOTH, room));
    const [width, height] = [cells.width * scale, cells.height * scale];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
    }
    if (context === null) return cells;
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, width, height);
    context.drawImage(cells, 0, 0, width, height);
    return canvas;
  };
};
