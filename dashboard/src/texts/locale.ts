/** How a locale writes what the page shows. */
const formatsOf = (locale: string) => ({
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
  tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  limit: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  clock: new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }),
  day: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
});

/** In force for the whole page: set once, before anything is shown. */
export let formats = formatsOf('en-GB');

export const setLocale = (locale: string): void => {
  formats = formatsOf(locale);
};
