import { densityColour } from '@throng/crowd';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { standingRank, type ZoneRow, zoneStanding } from '../state/zone-order.js';
import { bandColour, canvasColour } from './css-colour.js';
import { heatAlpha } from './heat-palette.js';
import type { MapPalette } from './palette.js';
import { type LabelPart, type LabelRoom, zoneLabel } from './zone-label.js';

/** What a zone's drawing depends on. */
export interface ZoneLook {
  readonly row: ZoneRow;
  readonly isSelected: boolean;
  /** Its people wait before a bottleneck. */
  readonly isInQueue: boolean;
  readonly palette: MapPalette;
  /** Event time, for the age of what is not known any more. */
  readonly now: number;
  readonly room: LabelRoom;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const outlineWidth = {
  normal: 1.25,
  watch: 2,
  warning: 3,
  critical: 4,
  emergency: 5,
  unknown: 1.5,
};

/** Broken: the danger is not there yet. */
const WARNED = [12, 8];

/** Dots lie over every outline and below every label. */
const DOTS = 20;
const LABELS = 30;

/** Outline and label, above the heat. Width and words say the same as the colour. */
export const zoneStyles = (look: ZoneLook): Style[] => {
  const standing = zoneStanding(look.row.state);
  const zIndex = 10 - standingRank(standing);
  const outline = new Style({ stroke: outlineStroke(look), zIndex });
  const label = new Style({ text: labelText(look), zIndex: LABELS + zIndex });
  const ground = evenGround(look);
  const above = [...(look.isInQueue ? queueDots(look.palette) : []), label];
  if (!look.isSelected) return [...ground, outline, ...above];
  const ring = new Style({
    stroke: new Stroke({ color: look.palette.selected, width: outlineWidth[standing] + 4 }),
    zIndex: zIndex - 0.5,
  });
  return [...ground, ring, outline, ...above];
};

/** The extent of a queue: round dots, as people in a row; no other line of the map is drawn so. */
const queueDots = ({ mark, markEdge }: MapPalette): Style[] =>
  [
    { color: markEdge, width: 8 },
    { color: mark, width: 5 },
  ].map(
    (pen) =>
      new Style({
        stroke: new Stroke({ ...pen, lineCap: 'round', lineDash: [0.1, 10] }),
        zIndex: DOTS,
      }),
  );

/** Where nothing is known of the ground within, as in the past: the zone evenly in its colour. */
const evenGround = ({ palette, row: { state, when } }: ZoneLook): Style[] => {
  if (when === undefined || state.reading === null) return [];
  const { density } = state.reading;
  const colours = [palette.floor, canvasColour(densityColour(density), heatAlpha(density))];
  return colours.map((color) => new Style({ fill: new Fill({ color }), zIndex: 0 }));
};

const outlineStroke = ({ row, palette }: ZoneLook): Stroke => {
  const standing = zoneStanding(row.state);
  const width = outlineWidth[standing];
  if (standing === 'unknown') {
    return new Stroke({ color: palette.unknownOutline, width, lineDash: [6, 5] });
  }
  const isCalm = standing === 'normal' || standing === 'watch';
  if (row.isWarned && isCalm) {
    return new Stroke({
      color: bandColour('warning'),
      width: outlineWidth.warning,
      lineDash: WARNED,
    });
  }
  return new Stroke({
    color: standing === 'normal' ? palette.outline : bandColour(standing),
    width,
  });
};

const labelText = (look: ZoneLook): Text => {
  const { palette, row } = look;
  const standing = zoneStanding(row.state);
  const isPlain = standing === 'normal' || standing === 'unknown';
  return new Text({
    text: labelParts(look),
    font: `12px ${FONT}`,
    fill: new Fill({ color: palette.label }),
    backgroundFill: new Fill({ color: palette.plate }),
    backgroundStroke: new Stroke({
      color: isPlain ? palette.plateEdge : bandColour(standing),
      width: isPlain ? 1 : 2,
    }),
    padding: [3, 5, 2, 6],
    overflow: true,
  });
};

const fonts: Readonly<Record<LabelPart, string>> = {
  name: `600 12px ${FONT}`,
  value: `600 13px ${FONT}`,
  level: `12px ${FONT}`,
  word: `700 11px ${FONT}`,
  remark: `12px ${FONT}`,
};

/** Text and font by turns, as the map library wants rich text. */
const labelParts = ({ row, now, room }: ZoneLook): string[] =>
  zoneLabel(row, now, room).flatMap((line, index) => [
    ...(index === 0 ? [] : ['\n', '']),
    ...line.flatMap(({ part, text }) => [text, fonts[part]]),
  ]);
