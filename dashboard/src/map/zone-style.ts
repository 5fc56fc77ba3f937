import type { ZoneReading } from '@throng/contract';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { standingRank, type ZoneRow, zoneStanding } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { densityText, unknownAge, unknownReason } from '../texts/zone-text.js';
import { bandColour } from './css-colour.js';
import type { MapPalette } from './palette.js';

/** What a zone's drawing depends on. */
export interface ZoneLook {
  readonly row: ZoneRow;
  readonly isSelected: boolean;
  readonly palette: MapPalette;
  /** Event time, for the age of what is not known any more. */
  readonly now: number;
  /** Pixels across the zone: a small one gets the short label. */
  readonly pixels: number;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
/** Pixels of a letter of the label, on average: enough to tell whether a text will fit. */
const LETTER = 6.5;
/** By how much a label may stand out of its zone, so that narrow zones have names too. */
const OVERHANG = 1.15;

const outlineWidth = {
  normal: 1.25,
  watch: 2,
  warning: 3,
  critical: 4,
  emergency: 5,
  unknown: 1.5,
};

/** Outline and label, above the heat. Width and words say the same as the colour. */
export const zoneStyles = (look: ZoneLook): Style[] => {
  const standing = zoneStanding(look.row.state);
  const zIndex = 10 - standingRank(standing);
  const outline = new Style({ stroke: outlineStroke(look), zIndex });
  const label = new Style({ text: labelText(look), zIndex });
  if (!look.isSelected) return [outline, label];
  const ring = new Style({
    stroke: new Stroke({ color: look.palette.selected, width: outlineWidth[standing] + 4 }),
    zIndex: zIndex - 0.5,
  });
  return [ring, outline, label];
};

const outlineStroke = ({ row, palette }: ZoneLook): Stroke => {
  const standing = zoneStanding(row.state);
  const width = outlineWidth[standing];
  if (standing === 'unknown') {
    return new Stroke({ color: palette.unknownOutline, width, lineDash: [6, 5] });
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

/** Text and font by turns, as the map library wants rich text. */
const labelParts = (look: ZoneLook): string[] => {
  const { row } = look;
  const fits = (text: string) => text.length * LETTER <= look.pixels * OVERHANG;
  const name = fits(row.zone.name) ? [row.zone.name, `600 12px ${FONT}`, '\n', ''] : [];
  const { reading } = row.state;
  if (reading !== null) return [...name, ...measuredParts(reading, densityText(row.state))];
  const why = texts.map.unknown(unknownReason(row.state));
  const age = unknownAge(row.state, look.now);
  const sign = [fits(why) ? why : texts.count.unknownValue, `12px ${FONT}`];
  return [...name, ...sign, ...(age === null ? [] : ['\n', '', age, `12px ${FONT}`])];
};

const measuredParts = (reading: ZoneReading, value: string): string[] => {
  const numbers = [
    `${value}${texts.unit.densityShort} `,
    `600 13px ${FONT}`,
    reading.levelOfService,
    `12px ${FONT}`,
  ];
  const isAlarming = reading.band !== 'normal' && reading.band !== 'watch';
  const word = ['\n', '', texts.band[reading.band].toUpperCase(), `700 11px ${FONT}`];
  return isAlarming ? [...numbers, ...word] : numbers;
};
