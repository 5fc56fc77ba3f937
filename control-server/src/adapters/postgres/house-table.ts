import type { PoolClient } from 'pg';
import { type HouseChange, lastOfEach } from '../../house/house-change.js';
import type { HouseKeeping } from '../../house/house-mirror.js';
import { columns } from './columns.js';
import type { PostgresDatabase } from './postgres-database.js';

/** Changes that a standby reads at once. */
const AT_ONCE = 5_000;

export interface NumberedChange extends HouseChange {
  readonly changed: number;
}

const keepChanges = async (client: PoolClient, changes: readonly HouseChange[]): Promise<void> => {
  await client.query(
    `INSERT INTO house_row (name, key, body, changed, at)
     SELECT name, key::jsonb, body::jsonb, nextval('house_change'), now()
     FROM (SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
                    WITH ORDINALITY AS change (name, key, body, place) ORDER BY place) AS in_order
     ON CONFLICT (name, key) DO UPDATE
     SET body = excluded.body, changed = excluded.changed, at = excluded.at`,
    columns(
      lastOfEach(changes),
      ({ name }) => name,
      ({ key }) => key,
      ({ body }) => body,
    ),
  );
  // Whoever has not looked for a day begins anew.
  await client.query("DELETE FROM house_row WHERE body IS NULL AND at < now() - interval '1 day'");
};

/** What changed after a number, in order; at most some thousands at once. */
const changesAfter = async (client: PoolClient, number: number): Promise<NumberedChange[]> => {
  const { rows } = await client.query<NumberedChange>(
    `SELECT name, key::text, body::text, changed FROM house_row
     WHERE changed > $1 ORDER BY changed LIMIT ${AT_ONCE}`,
    [number],
  );
  return rows;
};

/** The house's rows in a venue's schema. */
export const houseTable = (database: PostgresDatabase) => ({
  keep: ((changes) =>
    database.write((client) => keepChanges(client, changes))) satisfies HouseKeeping['keep'],
  changesAfter: (number: number) => database.read((client) => changesAfter(client, number)),
});
