import type { GroundGrid } from '@throng/crowd';
import { heatPalette } from './heat-palette.js';
import type { HeatRaster } from './heat-raster.js';
import { spreadHeat, unknownCells } from './heat-spread.js';

/** The venue's heat as two pictures of one pixel per cell, north up, to be scaled by the canvas. */
export interface HeatImage {
  readonly frame: GroundGrid;
  readonly heat: HTMLCanvasElement;
  /** Opaque where the ground is unknown. */
  readonly unknown: HTMLCanvasElement;
}

export const paintHeat = (raster: HeatRaster): HeatImage => {
  const { steps } = spreadHeat(raster);
  const unknown = unknownCells(raster);
  return {
    frame: raster.frame,
    heat: pixels(raster.frame, (image, pixel, cell) => {
      const entry = (steps[cell] ?? -1) * 4;
      if (entry >= 0) image.set(heatPalette.subarray(entry, entry + 4), pixel);
    }),
    unknown: pixels(raster.frame, (image, pixel, cell) => {
      if (unknown[cell]) image[pixel + 3] = 255;
    }),
  };
};

type Paint = (image: Uint8ClampedArray, pixel: number, cell: number) => void;

/** One pixel per cell. The grid's rows run north, the canvas's rows south. */
const pixels = ({ columns, rows }: GroundGrid, paint: Paint): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const image = context.createImageData(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const pixel = ((rows - 1 - row) * columns + column) * 4;
      paint(image.data, pixel, row * columns + column);
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
};
