import type { KeepFault } from '../../access/keep-parts.js';
import type { LinkFault } from '../../access/links.js';
import type { LogInFault } from '../../access/log-in.js';
import { HttpError } from './http-error.js';

const STATUS: Readonly<Record<LogInFault | LinkFault | KeepFault, number>> = {
  wrong: 401,
  delayed: 429,
  busy: 503,
  link: 410,
  name: 400,
  'too-short': 400,
  'too-long': 400,
  'too-simple': 400,
  'holds-name': 400,
  unknown: 404,
  taken: 409,
  'last-admin': 409,
  zones: 400,
  source: 409,
  locked: 503,
  full: 503,
  io: 503,
  corrupt: 503,
  closed: 503,
};

/** What stands in the way of access, as an answer: a code for programs, a sentence for a person. */
export const accessError = ({
  code,
  message,
}: {
  readonly code: keyof typeof STATUS;
  readonly message: string;
}): HttpError => {
  const status = STATUS[code];
  const isStore = status === 503 && code !== 'busy';
  return isStore
    ? new HttpError(
        503,
        `record-${code}`,
        'it cannot be put on record now, so it was not done; try again',
      )
    : new HttpError(status, code, message);
};
