import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured lines on standard error, so that standard output stays the program's own. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
