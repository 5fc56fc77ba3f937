import { type Alert, fromTimestamp } from '@throng/contract';
import type { AlertQuery } from './measurement-store.js';

/** Whether an alert was active at some time from `from` to `to`, and is in the state asked for. */
export const answersTo =
  ({ from, to, state }: AlertQuery) =>
  (alert: Alert): boolean =>
    fromTimestamp(alert.raisedAt) < to &&
    (alert.clearedAt === null || fromTimestamp(alert.clearedAt) >= from) &&
    (state === undefined || alert.state === state);

/** By the time they were raised. */
export const newestFirst = (a: Alert, b: Alert): number =>
  b.raisedAt.localeCompare(a.raisedAt) || a.id.localeCompare(b.id);
