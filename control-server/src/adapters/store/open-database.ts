import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.js';

/** A store that this release cannot read; `startFailure` and `fileFailure` tell the remedy. */
export class NewerStoreError extends Error {
  readonly code = 'NEWER_STORE';
}

/** Milliseconds to wait for another process's lock: live work stands still for as long. */
const BUSY_TIMEOUT_MS = 20;

/**
 * Opens or makes the database and brings it to the newest version.
 *
 * WAL lets the page read while a tick is written; NORMAL may lose the last second on a power cut,
 * never the database. Source: sqlite.org/wal.html.
 *
 * @throws SqliteError when the file cannot be opened, and NewerStoreError when a newer release wrote it.
 */
export const openDatabase = (file: string): Database.Database => {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    // A row that another takes the place of is erased, and triggers hear of it.
    database.pragma('recursive_triggers = ON');
    // What settles is sorted, a moment of one group: in memory, not in a file beside it.
    database.pragma('temp_store = MEMORY');
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
};

const migrate = (database: Database.Database): void => {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length) {
    throw new NewerStoreError(
      `the store was written by a newer release (it has version ${version}, this one knows ${MIGRATIONS.length})`,
    );
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
};
