import type Database from 'better-sqlite3';
import { withoutName } from '../../audit/without-name.js';

/** A table whose `body` names people, and its key. */
export type NamingTable = readonly [table: string, key: string];

/** Of the measurement store: people who handled an alert. */
export const ALERT_BODIES: readonly NamingTable[] = [
  ['alert', 'id'],
  ['alert_transition', 'number'],
];

/** Puts a pseudonym wherever the bodies of a table name somebody, in the transaction of the caller. */
export const replaceName = (
  database: Database.Database,
  [table, key]: NamingTable,
  name: string,
  pseudonym: string,
): void => {
  const rows = database
    .prepare<[string], { key: string | number; body: string }>(
      `SELECT "${key}" AS key, body FROM ${table} WHERE instr(body, ?) > 0`,
    )
    .all(JSON.stringify(name));
  const set = database.prepare(`UPDATE ${table} SET body = ? WHERE "${key}" = ?`);
  for (const { body, key: row } of rows) {
    set.run(JSON.stringify(withoutName(JSON.parse(body), name, pseudonym)), row);
  }
};
