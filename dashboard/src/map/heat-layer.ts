import type { Polygon } from '@throng/crowd';
import ImageLayer from 'ol/layer/Image.js';
import type Projection from 'ol/proj/Projection.js';
import ImageCanvas from 'ol/source/ImageCanvas.js';
import { drawHeat, outlinesOf, surface } from './heat-drawing.js';
import type { HeatImage } from './heat-image.js';
import type { MapPalette } from './palette.js';

/** What the layer shows. */
export interface HeatScene {
  readonly image: HeatImage;
  readonly palette: MapPalette;
}

/**
 * The smooth heat map: one pixel per cell, scaled up by the canvas, cut along the zones so that
 * colour never runs through a wall, with hatching where the ground is unknown. Drawn anew when the
 * view has moved or the image has changed, on the same canvases.
 */
export const heatLayer = (projection: Projection, zones: readonly Polygon[]) => {
  const [heat, hatch] = [surface(), surface()];
  const outlines = outlinesOf(zones);
  let scene: HeatScene | null = null;
  const source = new ImageCanvas({
    projection,
    ratio: 1.2,
    // It is as fine as the screen: to smooth it once more takes a fifth of what the whole map's canvas takes.
    interpolate: false,
    canvasFunction: (
      [west = 0, , , north = 0],
      resolution,
      pixelRatio,
      [width = 1, height = 1],
    ) => {
      const scale = pixelRatio / resolution;
      if (scene !== null) {
        drawHeat(heat, hatch, outlines, scene, { west, north, scale, pixelRatio, width, height });
      }
      return heat.canvas;
    },
  });
  return {
    layer: new ImageLayer({ source }),
    show: (next: HeatScene) => {
      if (next.image === scene?.image && next.palette === scene.palette) return;
      scene = next;
      source.changed();
    },
  };
};
