import type { GroundGrid } from '@throng/crowd';
import { heatPalette } from './heat-palette.js';
import { type HeatRaster, UNKNOWN } from './heat-raster.js';
import { spreadHeat, unknownCells } from './heat-spread.js';

/** The venue's heat as two pictures of one pixel per cell, north up, to be scaled by the canvas. */
export interface HeatImage {
  readonly frame: GroundGrid;
  readonly heat: HTMLCanvasElement;
  /** Opaque where the ground is unknown; null where all of it is known. */
  readonly unknown: HTMLCanvasElement | null;
}

/** Paints one raster after another on the same two canvases: an image lasts until the next one. */
export const heatEasel = (): ((raster: HeatRaster) => HeatImage) => {
  const heat = cellCanvas();
  const unknown = cellCanvas();
  return (raster) => ({
    frame: raster.frame,
    heat: heat(spreadHeat(raster).steps, raster.frame, colours),
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
