import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { FONT } from './map-font.js';
import type { MapPalette } from './palette.js';

/** The zone's ground, under the heat. */
export const floorStyle = (palette: MapPalette): Style =>
  new Style({ fill: new Fill({ color: palette.floor }) });

export const wallStyle = (palette: MapPalette): Style =>
  new Style({ stroke: new Stroke({ color: palette.wall, width: 1.75, lineCap: 'round' }) });

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
