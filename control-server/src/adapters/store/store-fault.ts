import { fail } from '@throng/contract';
import Database from 'better-sqlite3';
import type { StoreFault, StoreResult } from '../../store/measurement-store.js';

const FAULTS: readonly (readonly [prefix: string, fault: StoreFault])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
];

/** Does a piece of work on the database; what SQLite refuses is a failure, anything else is a bug. */
export const attempt = <Value>(
  database: Database.Database,
  work: () => Value,
): StoreResult<Value> => {
  if (!database.open) return fail('closed', 'the store is closed');
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const { code, message } = error;
    const fault = FAULTS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'io';
    return fail(fault, `${code}: ${message}`);
  }
};
