import type { Polygon } from '@throng/crowd';
import { hatchPattern } from './hatch.js';
import type { HeatImage } from './heat-image.js';
import type { MapPalette } from './palette.js';

/** The piece of ground that is drawn, and where a metre of it lies on the canvas. */
export interface HeatWindow {
  /** Metres, of the canvas's upper left corner. */
  readonly west: number;
  readonly north: number;
  /** Pixels of the canvas per metre, and per pixel of the page. */
  readonly scale: number;
  readonly pixelRatio: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The zones' outlines in metres, to be put on the canvas by its own transformation. */
export const outlinesOf = (zones: readonly Polygon[]): Path2D => {
  const path = new Path2D();
  for (const zone of zones) {
    for (const [index, { x, y }] of zone.entries()) {
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
};

export type Surface = CanvasRenderingContext2D;

/** A canvas to draw on again and again: each new one would be memory to clear and to collect. */
export const surface = (): Surface => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This browser draws on no canvas.');
  return context;
};

/** The heat within the zones, but for the cells that are not known, and hatching on those. */
export const drawHeat = (
  onto: Surface,
  hatch: Surface,
  outlines: Path2D,
  { image, palette }: { readonly image: HeatImage; readonly palette: MapPalette },
  window: HeatWindow,
): void => {
  clear(onto, window);
  onto.save();
  const { north, scale, west } = window;
  onto.setTransform(scale, 0, 0, -scale, -west * scale, north * scale);
  onto.clip(outlines);
  onto.resetTransform();
  onto.drawImage(image.heat, ...placed(image, window));
  if (image.unknown !== null) {
    onto.globalCompositeOperation = 'destination-out';
    onto.imageSmoothingEnabled = false;
    onto.drawImage(image.unknown, ...placed(image, window));
    onto.globalCompositeOperation = 'source-over';
    drawHatch(hatch, image, image.unknown, palette, window);
    onto.drawImage(hatch.canvas, 0, 0);
  }
  onto.restore();
};

const drawHatch = (
  onto: Surface,
  image: HeatImage,
  unknown: HTMLCanvasElement,
  palette: MapPalette,
  window: HeatWindow,
): void => {
  const { height, north, pixelRatio, scale, west, width } = window;
  clear(onto, window);
  onto.save();
  onto.imageSmoothingEnabled = false;
  onto.drawImage(unknown, ...placed(image, window));
  onto.globalCompositeOperation = 'source-in';
  onto.fillStyle = hatchPattern(onto, palette, pixelRatio) ?? palette.hatchGround;
  // The lines keep their place on the ground while the view moves over it.
  onto.translate((-west * scale) % width, (north * scale) % height);
  onto.fillRect(-width, -height, 3 * width, 3 * height);
  onto.restore();
};

const clear = (onto: Surface, { height, width }: HeatWindow): void => {
  const { canvas } = onto;
  if (canvas.width !== width || canvas.height !== height) {
    [canvas.width, canvas.height] = [width, height];
  } else {
    onto.clearRect(0, 0, width, height);
  }
};

/** Where an image of the whole frame lies on the canvas: left, top, width, height. */
const placed = (
  { frame: { cellSize, columns, origin, rows } }: HeatImage,
  { north, scale, west }: HeatWindow,
): [number, number, number, number] => [
  (origin.x - west) * scale,
  (north - origin.y - rows * cellSize) * scale,
  columns * cellSize * scale,
  rows * cellSize * scale,
];
