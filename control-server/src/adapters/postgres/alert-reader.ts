import { Alert } from '@throng/contract';
import type { PoolClient } from 'pg';
import { Compile } from 'typebox/compile';
import {
  MAX_TRANSITIONS,
  type RecordedTransition,
  type TransitionQuery,
} from '../../store/event-record.js';
import { type AlertQuery, MAX_ALERTS } from '../../store/measurement-store.js';

const alertShape = Compile(Alert);

interface Stored {
  readonly body: unknown;
}

/** What an older release wrote is parsed like any input; an alert it can no longer read is left out. */
const readAlerts = (rows: readonly Stored[]): Alert[] =>
  rows.flatMap(({ body }) => (alertShape.Check(body) ? [body] : []));

export const alertsInPeriod = async (
  client: PoolClient,
  { from, state, to }: AlertQuery,
): Promise<Alert[]> => {
  const { rows } = await client.query<Stored>(
    `SELECT body FROM alert
     WHERE raised_at < $2 AND (cleared_at IS NULL OR cleared_at >= $1)
       AND ($3::text IS NULL OR ($3 = 'active') = (cleared_at IS NULL))
     ORDER BY raised_at DESC, id LIMIT ${MAX_ALERTS}`,
    [Math.ceil(from), Math.ceil(to), state ?? null],
  );
  return readAlerts(rows);
};

export const activeAlerts = async (client: PoolClient): Promise<Alert[]> => {
  const { rows } = await client.query<Stored>(
    'SELECT body FROM alert WHERE cleared_at IS NULL ORDER BY id',
  );
  return readAlerts(rows);
};

/** Changes of alerts; one that can no longer be read is left out. */
export const readTransitions = async (
  client: PoolClient,
  { from, to }: TransitionQuery,
): Promise<RecordedTransition[]> => {
  const { rows } = await client.query<Stored & { readonly kind: string }>(
    `SELECT kind, body FROM alert_transition WHERE at >= $1 AND at < $2
     ORDER BY at, number LIMIT ${MAX_TRANSITIONS}`,
    [Math.ceil(from), Math.ceil(to)],
  );
  return rows.flatMap(({ body, kind }) => (alertShape.Check(body) ? [{ kind, alert: body }] : []));
};
