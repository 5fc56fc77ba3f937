import { pino } from 'pino';
import type { Log } from '../ports/log.js';

/** JSON lines on stderr (stdout belongs to results); never a password, whatever is handed in. */
export const jsonLog = (level = 'info'): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['password', '*.password', 'broker.password'],
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
