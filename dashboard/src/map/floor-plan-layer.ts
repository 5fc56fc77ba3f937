import type { FloorPlan } from '@throng/contract';
import ImageLayer from 'ol/layer/Image.js';
import type Projection from 'ol/proj/Projection.js';
import ImageStatic from 'ol/source/ImageStatic.js';
import type { ColourScheme } from './palette.js';

/** Under the plan's lines and the heat, which must stay the brightest: a white drawing would outshine them in the dark. */
const OPACITY: Readonly<Record<ColourScheme, number>> = { dark: 0.2, light: 0.7 };

/** The picture of the floor, under everything else; where it cannot be had, the map does without. */
export const floorPlanLayer = (
  { height, image, origin: [x, y], width }: FloorPlan,
  projection: Projection,
) => {
  const layer = new ImageLayer({
    source: new ImageStatic({
      url: new URL(`api/v1/floor-plans/${image}`, document.baseURI).href,
      imageExtent: [x, y, x + width, y + height],
      projection,
      interpolate: true,
    }),
    zIndex: -1,
  });
  return { layer, light: (scheme: ColourScheme) => layer.setOpacity(OPACITY[scheme]) };
};
