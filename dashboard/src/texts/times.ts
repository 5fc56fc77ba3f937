import { formats } from './locale.js';
import { NO_BREAK } from './numbers.js';

/** 19:42:10, in the reader's time zone. */
export const timeOfDay = (epochMilliseconds: number): string =>
  formats.clock.format(epochMilliseconds);

/** Sat 4 Jul */
export const date = (epochMilliseconds: number): string =>
  formats.date.format(epochMilliseconds).replace(',', '');

/** Sat 4 Jul, 19:42:10 */
export const moment = (epochMilliseconds: number): string =>
  `${date(epochMilliseconds)}, ${timeOfDay(epochMilliseconds)}`;

/** Sat 4 Jul, CEST: the day, and the reader's time zone, in which every time of the page is. */
export const dateInZone = (epochMilliseconds: number): string => {
  const parts = formats.zone.formatToParts(epochMilliseconds);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return [date(epochMilliseconds), zone].filter((each) => each !== undefined).join(', ');
};

/** A span of seconds in its two largest units: 12 s, 3 min 05 s, 2 h 07 min, 3 d 4 h. */
export const duration = (seconds: number): string => {
  const total = Math.max(0, Math.round(seconds));
  if (total < 60) return `${total}${NO_BREAK}s`;
  if (total < HOUR) return pair(total / 60, 'min', two(total % 60), 's');
  if (total < DAY) return pair(total / HOUR, 'h', two((total % HOUR) / 60), 'min');
  return pair(total / DAY, formats.day, Math.floor((total % DAY) / HOUR), 'h');
};

/** A span that is only an estimate: to 10 s below two minutes, to the minute above. */
export const about = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds / 10) * 10}${NO_BREAK}s`
    : `${Math.round(seconds / 60)}${NO_BREAK}min`;

const [HOUR, DAY] = [3_600, 86_400];

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

const pair = (large: number, unit: string, small: string | number, smallUnit: string): string =>
  `${Math.floor(large)}${NO_BREAK}${unit} ${small}${NO_BREAK}${smallUnit}`;
