import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { HouseChange } from '../../house/house-change.js';
import { openDatabase } from '../store/open-database.js';
import { type HouseTable, houseTables } from './house-tables.js';
import { PUSH_KEY_TABLE } from './push-key.js';
import { beginJournal } from './sqlite-journal.js';

const rowOf = (body: string): Map<string, unknown> => {
  const value: unknown = JSON.parse(body);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
};

/** Writes a row as it is told; columns that this release does not have are left out. */
const write = (database: Database.Database, { columns, name }: HouseTable, body: string): void => {
  const row = rowOf(body);
  const told = columns.filter((column) => row.has(column.name));
  const names = told.map((column) => `"${column.name}"`).join();
  const places = told.map(({ type }) => (type === 'BLOB' ? 'unhex(?)' : '?')).join();
  database
    .prepare(`INSERT OR REPLACE INTO "${name}" (${names}) VALUES (${places})`)
    .run(told.map((column) => row.get(column.name)));
};

const erase = (database: Database.Database, { key, name }: HouseTable, keyText: string): void => {
  const values: unknown = JSON.parse(keyText);
  const where = key.map((column) => `"${column}" = ?`).join(' AND ');
  database.prepare(`DELETE FROM "${name}" WHERE ${where}`).run(values);
};

/** The file is no working copy: what lies in it must not be written over. */
export class HouseCopyError extends Error {
  readonly code = 'HOUSE_COPY';
}

/** @throws HouseCopyError when a server that was alone kept its record in the file. */
const refuseRecord = (file: string): void => {
  if (!existsSync(file)) return;
  const database = new Database(file, { readonly: true });
  const marks = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'house_secret'")
    .pluck()
    .get();
  database.close();
  if (marks === undefined) {
    throw new HouseCopyError(`${file} is the record of a server that was alone`);
  }
};

/**
 * A working copy of a house that is kept elsewhere, in the store's file. While this server stands by it
 * follows the owner; once it owns the venue itself, its changes go the other way.
 */
export class HouseCopy {
  readonly #database: Database.Database;
  readonly #tables: ReadonlyMap<string, HouseTable>;
  /** What keeps records from being changed: not in the way of copying, and back before anybody works with it. */
  readonly #guards: readonly string[];

  /**
   * Begins anew: what lies in the file is of a time when this server stood by or owned the venue.
   *
   * @throws HouseCopyError when it is something else, and SqliteError when it cannot be made.
   */
  constructor(file: string) {
    refuseRecord(file);
    for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    const database = openDatabase(file);
    database.pragma('foreign_keys = OFF');
    database.exec(PUSH_KEY_TABLE);
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
      )
      .all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    this.#guards = triggers.map(({ sql }) => sql);
    this.#database = database;
    this.#tables = new Map(houseTables(database).map((table) => [table.name, table]));
  }

  /** Does what was done elsewhere, in order; tables that this release does not have are left out. */
  take(changes: readonly HouseChange[]): void {
    this.#database.transaction(() => {
      for (const { body, key, name } of changes) {
        const table = this.#tables.get(name);
        if (table === undefined) continue;
        if (body === null) erase(this.#database, table, key);
        else write(this.#database, table, body);
      }
    })();
  }

  /** From now on this server changes the house: the database with its guards and its journal. */
  own(): Database.Database {
    for (const guard of this.#guards) this.#database.exec(guard);
    beginJournal(this.#database);
    return this.#database;
  }

  close(): void {
    this.#database.close();
  }
}
