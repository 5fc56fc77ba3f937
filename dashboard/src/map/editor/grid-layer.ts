import Feature from 'ol/Feature.js';
import MultiLineString from 'ol/geom/MultiLineString.js';
import VectorLayer from 'ol/layer/Vector.js';
import type OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { lineGap } from '../../state/editor/grid.js';
import type { EditorPalette } from './editor-palette.js';

const lines = (extent: readonly number[], gap: number): MultiLineString => {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = extent;
  const steps = (from: number, to: number) => {
    const first = Math.ceil(from / gap);
    return Array.from(
      { length: Math.floor(to / gap) - first + 1 },
      (_, step) => (first + step) * gap,
    );
  };
  return new MultiLineString([
    ...steps(minX, maxX).map((x) => [
      [x, minY],
      [x, maxY],
    ]),
    ...steps(minY, maxY).map((y) => [
      [minX, y],
      [maxX, y],
    ]),
  ]);
};

/** Squared paper under the plan; every fifth line is stronger. It follows the view. */
export const gridLayer = (step: () => number, palette: () => EditorPalette) => {
  const source = new VectorSource();
  const layer = new VectorLayer({
    source,
    updateWhileAnimating: true,
    updateWhileInteracting: true,
  });
  const draw = (map: OlMap) => {
    source.clear();
    const resolution = map.getView().getResolution();
    const size = map.getSize();
    if (resolution === undefined || size === undefined) return;
    const extent = map.getView().calculateExtent(size);
    const gap = lineGap(resolution, step());
    for (const [each, key] of [
      [gap, 'grid'],
      [gap * 5, 'gridStrong'],
    ] as const) {
      const feature = new Feature(lines(extent, each));
      feature.setStyle(
        () => new Style({ stroke: new Stroke({ color: palette()[key], width: 1 }) }),
      );
      source.addFeature(feature);
    }
  };
  return { layer, draw };
};
