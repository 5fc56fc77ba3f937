/** How numbers and times are written in a report; the only place that does it. */
export interface Format {
  /** Name of the time zone that times are told in. */
  readonly timeZone: string;
  /** 19:05, of epoch seconds. */
  readonly clock: (at: number) => string;
  /** 19:05:30 */
  readonly exactClock: (at: number) => string;
  /** Saturday, 4 July 2026 */
  readonly day: (at: number) => string;
  /** 12,345: rounded to whole. */
  readonly whole: (value: number) => string;
  /** 2.41, of persons/m². */
  readonly density: (value: number) => string;
  /** 96 %, of 0.96. */
  readonly share: (value: number) => string;
  /** 104 %, of 1.04: a rate, which has no whole. */
  readonly percent: (value: number) => string;
  /** 3 h 20 min, 12 min, 40 s. */
  readonly duration: (seconds: number) => string;
}

const LOCALE = 'en-GB';

const MINUTE = 60;

const duration = (seconds: number): string => {
  const whole = Math.round(seconds);
  if (whole < 2 * MINUTE) return `${whole} s`;
  const minutes = Math.round(whole / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** Shares are told in whole percent, but nearly all is not all, and hardly any is not none. */
const share = (value: number): string => {
  if (value > 0 && value < 0.005) return '< 1 %';
  // A sum of shares may come short of 1 by what a float cannot hold.
  if (value > 0.995 && value < 1 - 1e-9) return '> 99 %';
  return `${Math.round(value * 100)} %`;
};

/** @param timeZone as in `Europe/Berlin`. */
export const formatIn = (timeZone: string): Format => {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone, hourCycle: 'h23' });
    return (at: number): string => format.format(at * 1_000);
  };
  const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
  return {
    timeZone,
    clock: writer({ hour: '2-digit', minute: '2-digit' }),
    exactClock: writer({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    whole: (value) => whole.format(value),
    density: (value) => value.toFixed(2),
    share,
    percent: (value) => `${Math.round(value * 100)} %`,
    duration,
  };
};
