import type { EveningRow } from '../store/evening-row.js';

/**
 * Persons in a zone at a minute since the doors: between the middles of two minutes by the line
 * through their means, beside a gap as in the minute itself. Not a number where unknown.
 */
export const personsAt = (
  { fromMinute, minutes }: Pick<EveningRow, 'fromMinute' | 'minutes'>,
  minute: number,
): number => {
  const place = minute - fromMinute - 0.5;
  const before = Math.floor(place);
  const [one, two] = [minutes[before], minutes[before + 1]];
  if (typeof one === 'number' && typeof two === 'number') {
    return one + (place - before) * (two - one);
  }
  return minutes[Math.min(Math.round(place), minutes.length - 1)] ?? Number.NaN;
};
