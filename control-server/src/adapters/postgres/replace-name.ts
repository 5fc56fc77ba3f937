import type { PoolClient } from 'pg';
import { withoutName } from '../../audit/without-name.js';

interface Named {
  readonly key: string;
  readonly body: unknown;
}

/** Puts a pseudonym wherever alerts and their changes name somebody, in the transaction of `client`. */
export const replaceName = async (
  client: PoolClient,
  name: string,
  pseudonym: string,
): Promise<void> => {
  for (const [table, key] of [
    ['alert', 'id'],
    ['alert_transition', 'number'],
  ]) {
    const { rows } = await client.query<Named>(
      `SELECT ${key}::text AS key, body FROM ${table} WHERE position($1 in body::text) > 0 FOR UPDATE`,
      [JSON.stringify(name)],
    );
    for (const { body, key: row } of rows) {
      const changed = JSON.stringify(withoutName(body, name, pseudonym));
      await client.query(`UPDATE ${table} SET body = $1::jsonb WHERE ${key}::text = $2`, [
        changed,
        row,
      ]);
    }
  }
};
