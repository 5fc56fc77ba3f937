import { Alert } from '@throng/contract';
import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import { type AlertQuery, MAX_ALERTS } from '../../store/measurement-store.js';

const alertShape = Compile(Alert);

/** What an older release wrote is parsed like any input; an alert it can no longer read is left out. */
const readAlerts = (rows: readonly { readonly body: string }[]): Alert[] =>
  rows.flatMap(({ body }) => {
    const value: unknown = JSON.parse(body);
    return alertShape.Check(value) ? [value] : [];
  });

export const alertReader = (database: Database.Database) => {
  const period = database.prepare<[object], { body: string }>(
    `SELECT body FROM alert
     WHERE raised_at < @to AND (cleared_at IS NULL OR cleared_at >= @from)
       AND (@state IS NULL OR (@state = 'active') = (cleared_at IS NULL))
     ORDER BY raised_at DESC, id LIMIT ${MAX_ALERTS}`,
  );
  const active = database.prepare<[], { body: string }>(
    'SELECT body FROM alert WHERE cleared_at IS NULL ORDER BY id',
  );
  return {
    inPeriod: (query: AlertQuery): Alert[] =>
      readAlerts(period.all({ ...query, state: query.state ?? null })),
    active: (): Alert[] => readAlerts(active.all()),
  };
};
