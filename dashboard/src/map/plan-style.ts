import type { PassageDefinition } from '@throng/contract';
import MultiPoint from 'ol/geom/MultiPoint.js';
import Point from 'ol/geom/Point.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { MapPalette } from './palette.js';

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
/** Metres per pixel from which passages no longer carry their names. */
const NAMES_BELOW = 0.07;

/** The zone's ground, under the heat. */
export const floorStyle = (palette: MapPalette): Style =>
  new Style({ fill: new Fill({ color: palette.floor }) });

export const wallStyle = (palette: MapPalette): Style =>
  new Style({ stroke: new Stroke({ color: palette.wall, width: 1.75, lineCap: 'round' }) });

/**
 * The measurement line, its ends, and an arrow in the direction that counts as "in"
 * (`heading`, radians clockwise from north).
 */
export const passageStyles = (
  { name, line: [[x1, y1], [x2, y2]] }: PassageDefinition,
  heading: number,
  palette: MapPalette,
  resolution: number,
): Style[] => {
  const middle = new Point([(x1 + x2) / 2, (y1 + y2) / 2]);
  const fill = new Fill({ color: palette.passage });
  const line = new Style({
    stroke: new Stroke({ color: palette.passage, width: 2, lineDash: [3, 3] }),
  });
  const ends = new Style({
    geometry: new MultiPoint([
      [x1, y1],
      [x2, y2],
    ]),
    image: new RegularShape({ points: 4, radius: 3, angle: Math.PI / 4, fill }),
  });
  const arrow = new Style({
    geometry: middle,
    image: new RegularShape({ points: 3, radius: 6, fill, rotation: heading }),
  });
  if (resolution > NAMES_BELOW) return [line, ends, arrow];
  const label = new Style({
    geometry: middle,
    text: new Text({
      text: name,
      font: FONT,
      offsetY: 16,
      fill,
      backgroundFill: new Fill({ color: palette.plate }),
      padding: [1, 3, 1, 3],
    }),
  });
  return [line, ends, arrow, label];
};

/** The ground a camera answers for. */
export const cameraStyle = (name: string, palette: MapPalette): Style =>
  new Style({
    stroke: new Stroke({ color: palette.camera, width: 1, lineDash: [2, 4] }),
    text: new Text({
      text: name,
      font: FONT,
      fill: new Fill({ color: palette.labelDim }),
      stroke: new Stroke({ color: palette.plate, width: 3 }),
    }),
  });
