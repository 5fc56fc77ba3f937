import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok } from '@throng/contract';
import Database from 'better-sqlite3';
import type { SpoolFault, SpoolResult } from '../../ports/window-spool.js';

const FAULTS: readonly (readonly [prefix: string, fault: SpoolFault])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
];

/** Does a piece of work on the file; what the disk or SQLite refuses is a failure, all else a bug. */
export const attempt = <Value>(work: () => Value): SpoolResult<Value> => {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    const known = FAULTS.find(([prefix]) => code.startsWith(prefix))?.[1];
    const fault = known ?? (code === 'ENOSPC' ? 'full' : 'unwritable');
    return fail(fault, `${code}: ${error.message}`);
  }
};

/** Small pages: a window of some kilobytes then gives its room back when it goes. */
const PAGE_BYTES = 1_024;

/** The file and what SQLite lays beside it. */
const PARTS = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Opens or makes the file, for this process alone: two agents must not send each other's windows.
 *
 * WAL with NORMAL: a commit survives the death of the process, and costs no wait for the disk; a
 * power cut may take the commits since the last checkpoint, never the file. Source: sqlite.org/wal.html.
 *
 * @throws SqliteError, or an error of the file system.
 */
export const openSpoolFile = (file: string): Database.Database => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma(`page_size = ${PAGE_BYTES}`);
    database.pragma('auto_vacuum = INCREMENTAL');
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`journal_size_limit = ${1024 ** 2}`);
    database.exec(
      `CREATE TABLE IF NOT EXISTS window (
         id      INTEGER PRIMARY KEY, -- rises with the time of measuring
         topic   TEXT    NOT NULL,
         start   INTEGER NOT NULL,    -- epoch ms
         payload BLOB    NOT NULL     -- the message, marked late
       ) STRICT`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Moves a damaged file out of the way; only the last one is kept, so that the disk stays bounded. */
export const setAside = (file: string): string => {
  const aside = `${file}.damaged`;
  for (const part of PARTS) {
    rmSync(`${aside}${part}`, { force: true });
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${aside}${part}`);
  }
  return aside;
};
