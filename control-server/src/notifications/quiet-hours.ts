import type { QuietHours } from './rule.js';

const minutesOf = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** Minutes since midnight where the venue is. @param at epoch ms. */
const minuteOfDay = (at: number, timeZone: string): number =>
  minutesOf(
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    }).format(at),
  );

/** Whether a moment is within the hours, from the first minute to before the last. Hours that begin when they end are a whole day. */
export const isQuiet = (hours: QuietHours, at: number, timeZone: string): boolean => {
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  const minute = minuteOfDay(at, timeZone);
  return from < to ? from <= minute && minute < to : from <= minute || minute < to;
};
