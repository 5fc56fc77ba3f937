import { Alert } from '@throng/contract';
import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import {
  MAX_TRANSITIONS,
  type RecordedTransition,
  type TransitionQuery,
} from '../../store/event-record.js';

const alertShape = Compile(Alert);

/** Makes the function that reads changes of alerts; one that can no longer be read is left out. */
export const transitionReader = (
  database: Database.Database,
): ((query: TransitionQuery) => RecordedTransition[]) => {
  const period = database.prepare<[TransitionQuery], { kind: string; body: string }>(
    `SELECT kind, body FROM alert_transition WHERE at >= @from AND at < @to
     ORDER BY at, number LIMIT ${MAX_TRANSITIONS}`,
  );
  return (query) =>
    period.all(query).flatMap(({ body, kind }) => {
      const alert: unknown = JSON.parse(body);
      return alertShape.Check(alert) ? [{ kind, alert }] : [];
    });
};
