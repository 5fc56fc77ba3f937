import { type ZoneRow, zoneStanding } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { densityText, unknownAge, unknownReason } from '../texts/zone-text.js';

/** Pixels on the screen. */
export interface LabelRoom {
  readonly width: number;
  readonly height: number;
}

export type LabelPart = 'name' | 'value' | 'level' | 'word' | 'remark';

/** A line of a label: its pieces from left to right, each with what it says. */
export type LabelLine = readonly { readonly part: LabelPart; readonly text: string }[];

/** Pixels of a letter, on average, and of a line: enough to tell whether a text will fit. */
const LETTER = 6.5;
const LINE = 16;
/** By how much a label may stand out of its zone. */
const OVERHANG = 1.15;

/**
 * What stands in a zone on the map. The value is always there; the word for a danger comes before
 * the name, and the name before the rest, as far as the zone has room.
 */
export const zoneLabel = (row: ZoneRow, now: number, { width, height }: LabelRoom): LabelLine[] => {
  const { zone } = row;
  const fits = (text: string) => text.length * LETTER <= width * OVERHANG;
  const name: LabelLine = [{ part: 'name', text: zone.name }];
  const value = valueLine(row, fits);
  const after = lineAfter(row, now);
  const room = Math.max(1, Math.floor((height * OVERHANG) / LINE));
  const hasAfter = after !== null && room >= 2 && after.every(({ text }) => fits(text));
  const hasName = fits(zone.name) && room >= (hasAfter ? 3 : 2);
  return [...(hasName ? [name] : []), value, ...(hasAfter ? [after] : [])];
};

const valueLine = ({ state, when }: ZoneRow, fits: (text: string) => boolean): LabelLine => {
  if (state.reading === null) {
    const why = texts.map.unknown(
      when === undefined ? unknownReason(state) : texts.travel.unknown[when],
    );
    return [{ part: 'remark', text: fits(why) ? why : texts.count.unknownValue }];
  }
  return [
    { part: 'value', text: `${densityText(state)}${texts.unit.densityShort} ` },
    { part: 'level', text: state.reading.levelOfService },
  ];
};

/** The word for a danger, there or to come, or how old the ignorance is; null where there is neither. */
const lineAfter = ({ isWarned, range, state }: ZoneRow, now: number): LabelLine | null => {
  if (range !== undefined) {
    return [{ part: 'remark', text: texts.travel.between(range.low, range.high) }];
  }
  const standing = zoneStanding(state);
  if (standing === 'normal' || standing === 'watch') {
    return isWarned ? [{ part: 'word', text: texts.map.warned }] : null;
  }
  if (standing !== 'unknown') return [{ part: 'word', text: texts.band[standing].toUpperCase() }];
  const age = unknownAge(state, now);
  return age === null ? null : [{ part: 'remark', text: age }];
};
