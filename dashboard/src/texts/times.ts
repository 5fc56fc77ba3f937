import { LOCALE } from './numbers.js';

const clock = new Intl.DateTimeFormat(LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });

/** 19:42:10, in the reader's time zone. */
export const timeOfDay = (epochMilliseconds: number): string => clock.format(epochMilliseconds);

/** Sat 4 Jul */
export const date = (epochMilliseconds: number): string =>
  day.format(epochMilliseconds).replace(',', '');

/** A span of seconds in its two largest units: 12 s, 3 min 05 s, 2 h 07 min, 3 d 4 h. */
export const duration = (seconds: number): string => {
  const total = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  if (total < 60) return `${total} s`;
  if (total < 3_600) return `${Math.floor(total / 60)} min ${two(total % 60)} s`;
  if (total < 86_400) {
    return `${Math.floor(total / 3_600)} h ${two(Math.floor((total % 3_600) / 60))} min`;
  }
  return `${Math.floor(total / 86_400)} d ${Math.floor((total % 86_400) / 3_600)} h`;
};
