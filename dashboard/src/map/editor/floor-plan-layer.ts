import type { FloorPlan } from '@throng/contract';
import Feature from 'ol/Feature.js';
import { fromExtent } from 'ol/geom/Polygon.js';
import ImageLayer from 'ol/layer/Image.js';
import VectorLayer from 'ol/layer/Vector.js';
import type Projection from 'ol/proj/Projection.js';
import ImageStatic from 'ol/source/ImageStatic.js';
import VectorSource from 'ol/source/Vector.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import type { EditorPalette } from './editor-palette.js';

/** Where the server keeps the picture; relative, so that a proxy may serve it under any path. */
const addressOf = (image: string): string =>
  new URL(`api/v1/floor-plans/${image}`, document.baseURI).href;

const extentOf = ({ height, origin: [x, y], width }: FloorPlan): number[] => [
  x,
  y,
  x + width,
  y + height,
];

/** The picture of the plan under everything, with a frame by which it is moved. */
export const floorPlanLayer = (projection: Projection, palette: () => EditorPalette) => {
  const picture = new ImageLayer<ImageStatic>({ zIndex: -2 });
  const source = new VectorSource<Feature>();
  const frame = new VectorLayer({
    source,
    zIndex: -1,
    visible: false,
    style: () =>
      new Style({ stroke: new Stroke({ color: palette().selected, width: 2, lineDash: [8, 6] }) }),
  });
  let shown: FloorPlan | undefined;
  return {
    layers: [picture, frame],
    frame: () => source.getFeatures()[0] ?? null,
    show: (plan: FloorPlan | undefined, opacity: number, isMoved: boolean) => {
      picture.setOpacity(opacity);
      frame.setVisible(isMoved);
      if (plan === shown) return;
      shown = plan;
      source.clear();
      picture.setSource(
        plan === undefined
          ? null
          : new ImageStatic({
              url: addressOf(plan.image),
              imageExtent: extentOf(plan),
              projection,
              interpolate: true,
            }),
      );
      if (plan !== undefined) source.addFeature(new Feature(fromExtent(extentOf(plan))));
    },
  };
};
