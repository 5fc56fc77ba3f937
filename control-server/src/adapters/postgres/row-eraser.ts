import type { PoolClient } from 'pg';

/** Rows that one slice erases: a few milliseconds, and little for the vacuum to find. */
const SLICE_ROWS = 20_000;

/** Erases some of what is old, found by the BRIN index of the time. */
const eraseSlice = async (client: PoolClient, table: string, before: number): Promise<boolean> => {
  const { rowCount } = await client.query(
    `DELETE FROM ${table}
     WHERE ctid = ANY (ARRAY (SELECT ctid FROM ${table} WHERE at < $1 LIMIT ${SLICE_ROWS}))`,
    [before],
  );
  return rowCount === SLICE_ROWS;
};

/** Erases one slice of what is older than `before` (epoch seconds); whether more is left. */
export const eraseRows = async (client: PoolClient, before: number): Promise<boolean> => {
  for (const table of ['zone_measurement', 'passage_count']) {
    if (await eraseSlice(client, table, before)) return true;
  }
  await client.query('DELETE FROM alert WHERE cleared_at < $1', [before * 1_000]);
  await client.query(
    `DELETE FROM alert_transition
     WHERE at < $1 AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.id = alert_id)`,
    [before * 1_000],
  );
  await client.query('DELETE FROM delivery WHERE at < $1', [before]);
  return false;
};
