import { languages } from './language.js';

/**
 * A locale, its sign for a day (seconds, minutes and hours are `s`, `min` and `h` in all of them), and
 * the space before its per cent sign.
 */
interface Locale {
  readonly locale: string;
  readonly day: string;
  readonly beforePercent: string;
}

/** How a locale writes what the page shows. */
const formatsOf = ({ beforePercent, day, locale }: Locale) => ({
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
  tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  limit: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  factor: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  significant: new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }),
  clock: new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }),
  date: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
  zone: new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }),
  beforePercent,
  day,
});

/** In force for the whole page: set once, before anything is shown. */
export let formats = formatsOf(languages.en);

export const setLocale = (locale: Locale): void => {
  formats = formatsOf(locale);
};
