import type { Polygon } from '@throng/crowd';
import ImageLayer from 'ol/layer/Image.js';
import type Projection from 'ol/proj/Projection.js';
import ImageCanvas from 'ol/source/ImageCanvas.js';
import { hatchPattern } from './hatch.js';
import type { HeatImage } from './heat-image.js';
import type { MapPalette } from './palette.js';

/** What the layer shows; `image` is null before the first picture. */
export interface HeatScene {
  readonly image: HeatImage | null;
  readonly zones: readonly Polygon[];
  readonly palette: MapPalette;
}

/**
 * The smooth heat map: one pixel per cell, scaled up by the canvas, cut along the zones so that
 * colour never runs through a wall, with hatching where the ground is unknown.
 */
export const heatLayer = (projection: Projection, initial: HeatScene) => {
  let scene = initial;
  const source = new ImageCanvas({
    projection,
    ratio: 1.2,
    canvasFunction: (
      [west = 0, , , north = 0],
      resolution,
      pixelRatio,
      [width = 1, height = 1],
    ) => {
      const heat = surface(width, height);
      const hatch = surface(width, height);
      const { image, zones, palette } = scene;
      if (heat === null || hatch === null || image === null) return blank(width, height);
      const scale = pixelRatio / resolution;
      const toX = (x: number) => (x - west) * scale;
      const toY = (y: number) => (north - y) * scale;

      hatch.fillStyle = hatchPattern(hatch, palette, pixelRatio) ?? palette.hatchGround;
      // The lines keep their place on the ground while the view moves over it.
      hatch.translate(toX(0) % width, toY(0) % height);
      hatch.fillRect(-width, -height, 3 * width, 3 * height);
      hatch.resetTransform();
      hatch.globalCompositeOperation = 'destination-in';
      hatch.imageSmoothingEnabled = false;
      hatch.drawImage(image.unknown, ...placed(image));

      heat.beginPath();
      for (const zone of zones) {
        for (const [index, { x, y }] of zone.entries()) {
          if (index === 0) heat.moveTo(toX(x), toY(y));
          else heat.lineTo(toX(x), toY(y));
        }
        heat.closePath();
      }
      heat.clip();
      heat.imageSmoothingQuality = 'high';
      heat.drawImage(image.heat, ...placed(image));
      heat.globalCompositeOperation = 'destination-out';
      heat.imageSmoothingEnabled = false;
      heat.drawImage(image.unknown, ...placed(image));
      heat.globalCompositeOperation = 'source-over';
      heat.drawImage(hatch.canvas, 0, 0);
      return heat.canvas;

      function placed({ frame }: HeatImage): [number, number, number, number] {
        const { origin, cellSize, columns, rows } = frame;
        const top = toY(origin.y + rows * cellSize);
        return [toX(origin.x), top, columns * cellSize * scale, rows * cellSize * scale];
      }
    },
  });
  return {
    layer: new ImageLayer({ source }),
    show: (next: HeatScene) => {
      scene = next;
      source.changed();
    },
  };
};

const blank = (width: number, height: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
};

const surface = (width: number, height: number): CanvasRenderingContext2D | null =>
  blank(width, height).getContext('2d');
