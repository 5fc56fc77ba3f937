import { fromTimestamp } from '@throng/contract';
import { badRequest } from './http-error.js';

const HOUR_MS = 3_600_000;

/** A period as it is asked for. */
interface AskedPeriod {
  readonly from?: string;
  readonly to?: string;
}

/** The period asked for, epoch ms: the last hour where nothing is said. */
export const periodOf = (
  { from, to }: AskedPeriod,
  now: number,
): { readonly from: number; readonly to: number } => {
  const end = to === undefined ? now : fromTimestamp(to);
  const begin = from === undefined ? end - HOUR_MS : fromTimestamp(from);
  if (Number.isNaN(begin) || Number.isNaN(end)) {
    throw badRequest('from or to is no moment of the calendar');
  }
  if (begin >= end) throw badRequest('from must be before to');
  return { from: begin, to: end };
};
