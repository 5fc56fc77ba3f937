import { fromTimestamp } from '@throng/contract';
import type { PoolClient } from 'pg';
import { timeOf } from '../../alerting/alert-cause.js';
import type { PassageRow, Rows, TransitionRow, ZoneRow } from '../../store/rows.js';
import { bites, columns } from './columns.js';
import { writeDeliveries } from './delivery-table.js';

const writeZones = (client: PoolClient, rows: readonly ZoneRow[]) =>
  client.query(
    `INSERT INTO zone_measurement
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::integer[], $5::float8[],
                          $6::float8[], $7::float8[], $8::float8[])
     ON CONFLICT DO NOTHING`,
    columns(
      rows,
      (row) => row.zone,
      (row) => row.at,
      (row) => row.camera,
      (row) => row.seconds,
      (row) => row.persons,
      (row) => row.sigma,
      (row) => row.area,
      (row) => row.densityP95,
    ),
  );

const writePassages = (client: PoolClient, rows: readonly PassageRow[]) =>
  client.query(
    `INSERT INTO passage_count
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::integer[], $5::integer[],
                          $6::integer[], $7::float8[])
     ON CONFLICT DO NOTHING`,
    columns(
      rows,
      (row) => row.passage,
      (row) => row.at,
      (row) => row.camera,
      (row) => row.seconds,
      (row) => row.in,
      (row) => row.out,
      (row) => row.recall,
    ),
  );

const clearedAt = ({ alert }: TransitionRow): number | null =>
  alert.clearedAt === null ? null : fromTimestamp(alert.clearedAt);

/** Each alert as it last stood: one statement may not change a row twice. */
const writeAlerts = (client: PoolClient, transitions: readonly TransitionRow[]) => {
  const last = new Map(transitions.map((row) => [row.alert.id, row]));
  return client.query(
    `INSERT INTO alert
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::jsonb[])
     ON CONFLICT (id) DO UPDATE SET cleared_at = excluded.cleared_at, body = excluded.body`,
    columns(
      [...last.values()],
      ({ alert }) => alert.id,
      ({ alert }) => fromTimestamp(alert.raisedAt),
      clearedAt,
      ({ alert }) => JSON.stringify(alert),
    ),
  );
};

const writeTransitions = (client: PoolClient, transitions: readonly TransitionRow[]) =>
  client.query(
    `INSERT INTO alert_transition (alert_id, at, kind, body)
     SELECT id, at, kind, body
     FROM unnest($1::text[], $2::bigint[], $3::text[], $4::jsonb[])
          WITH ORDINALITY AS change (id, at, kind, body, place)
     ORDER BY place`,
    columns(
      transitions,
      ({ alert }) => alert.id,
      ({ alert, kind }) => fromTimestamp(timeOf(kind, alert)),
      ({ kind }) => kind,
      ({ alert }) => JSON.stringify(alert),
    ),
  );

const writeHealth = (client: PoolClient, reports: Rows['health']) => {
  const newest = new Map(reports.map((report) => [report.edge, report]));
  return client.query(
    `INSERT INTO edge_health SELECT * FROM unnest($1::text[], $2::bigint[], $3::jsonb[])
     ON CONFLICT (edge) DO UPDATE SET at = excluded.at, body = excluded.body`,
    columns(
      [...newest.values()],
      ({ edge }) => edge,
      ({ at }) => fromTimestamp(at),
      (report) => JSON.stringify(report),
    ),
  );
};

/** Writes all rows of a tick, all in the transaction of `client`. */
export const writeRows = async (client: PoolClient, rows: Rows): Promise<void> => {
  const { deliveries, health, passages, transitions, zones } = rows;
  for (const bite of bites(zones)) await writeZones(client, bite);
  for (const bite of bites(passages)) await writePassages(client, bite);
  if (transitions.length > 0) {
    await writeAlerts(client, transitions);
    await writeTransitions(client, transitions);
  }
  if (health.length > 0) await writeHealth(client, health);
  if (deliveries.length > 0) await writeDeliveries(client, deliveries);
};
