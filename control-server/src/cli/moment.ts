import { InvalidArgumentError } from 'commander';

/** Milliseconds since 1970 of a moment on the command line; it must name its time zone. */
export const parseMoment = (text: string): number => {
  const moment = Date.parse(text);
  if (Number.isNaN(moment) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new InvalidArgumentError(`"${text}" is no moment; give 2026-07-04T19:30:00Z.`);
  }
  return moment;
};
