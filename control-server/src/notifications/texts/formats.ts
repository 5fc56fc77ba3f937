/** Stands between a number and its unit: they stay on one line. */
const NO_BREAK = '\u00a0';

/** How a language writes what a message holds. */
export interface Formats {
  /** A density, persons/m²: one decimal. */
  tenths(value: number): string;
  /** A limit as it was set: up to two decimals. */
  limit(value: number): string;
  /** A count. */
  whole(value: number): string;
  /** A share of 0…1, per cent. */
  share(value: number): string;
  /** Seconds that are only an estimate: to 10 s below two minutes, to the minute above. */
  about(seconds: number): string;
  /** Day and time of an epoch in milliseconds, where the venue is. */
  moment(at: number, timeZone: string): string;
}

/** @param beforePercent the space that the language sets before its per cent sign. */
export const formatsOf = (locale: string, beforePercent = NO_BREAK): Formats => {
  const digits = (minimumFractionDigits: number, maximumFractionDigits: number) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits });
    return (value: number): string => format.format(value);
  };
  const whole = digits(0, 0);
  return {
    ...{ whole, tenths: digits(1, 1), limit: digits(0, 2) },
    share: (value) => `${whole(value * 100)}${beforePercent}%`,
    about: (seconds) =>
      seconds < 120
        ? `${Math.round(seconds / 10) * 10}${NO_BREAK}s`
        : `${Math.round(seconds / 60)}${NO_BREAK}min`,
    moment: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        ...{ timeZone, timeZoneName: 'short', hourCycle: 'h23' },
        ...{ weekday: 'short', day: 'numeric', month: 'short' },
        ...{ hour: '2-digit', minute: '2-digit' },
      }).format(at),
  };
};
