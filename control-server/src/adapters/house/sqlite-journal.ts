import type Database from 'better-sqlite3';
import type { HouseJournal } from '../../house/house-mirror.js';
import { attempt } from '../store/store-fault.js';
import { type HouseTable, houseTables } from './house-tables.js';

/** Changes that are kept elsewhere at once. */
const AT_ONCE = 500;

/** JSON holds no bytes: they travel as hexadecimal. */
const imageOf = (row: 'NEW' | 'OLD', { name, type }: HouseTable['columns'][number]): string =>
  type === 'BLOB' ? `hex(${row}."${name}")` : `${row}."${name}"`;

const triggersOf = ({ columns, key, name }: HouseTable): string => {
  const keyOf = (row: 'NEW' | 'OLD') =>
    `json_array(${key.map((each) => `${row}."${each}"`).join()})`;
  const body = columns.map((column) => `'${column.name}', ${imageOf('NEW', column)}`).join();
  const note = (row: 'NEW' | 'OLD', image: string) =>
    `INSERT INTO house_change (name, key, body) VALUES ('${name}', ${keyOf(row)}, ${image});`;
  const written = note('NEW', `json_object(${body})`);
  return `
CREATE TRIGGER house_${name}_added AFTER INSERT ON "${name}" BEGIN ${written} END;
CREATE TRIGGER house_${name}_changed AFTER UPDATE ON "${name}" BEGIN ${written} END;
CREATE TRIGGER house_${name}_erased AFTER DELETE ON "${name}" BEGIN ${note('OLD', 'NULL')} END;`;
};

/**
 * From now on each change of the house's tables, whichever connection or program makes it, is noted in the
 * very transaction that makes it.
 */
export const beginJournal = (database: Database.Database): void => {
  const tables = houseTables(database);
  database.transaction(() => {
    database.exec(`
CREATE TABLE house_change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name   TEXT NOT NULL,
  key    TEXT NOT NULL,
  body   TEXT
) STRICT;`);
    for (const table of tables) database.exec(triggersOf(table));
  })();
};

/** The journal of a database in which one was begun. */
export const sqliteJournal = (database: Database.Database): HouseJournal => {
  const waiting = database.prepare<
    [],
    { number: number; name: string; key: string; body: string | null }
  >(`SELECT number, name, key, body FROM house_change ORDER BY number LIMIT ${AT_ONCE}`);
  const drop = database.prepare<[number]>('DELETE FROM house_change WHERE number <= ?');
  return {
    waiting: () => attempt(database, () => waiting.all()),
    kept: (number) => attempt(database, () => void drop.run(number)),
  };
};
