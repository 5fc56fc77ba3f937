import { fail, ok, type Result } from '@throng/contract';
import Database from 'better-sqlite3';
import type { ChainHead } from '../../audit/hash-chain.js';
import { verifyRecord } from '../audit/verify-record.js';
import { MIGRATIONS } from '../store/migrations/index.js';

export interface StoreInspected {
  /** Migrations that it has had. */
  readonly schema: number;
  readonly audit: ChainHead;
}

export type StoreFlaw = 'corrupt' | 'newer' | 'audit';

/**
 * Looks at a store that nobody writes: whether SQLite finds it whole, this release can read it, and
 * the audit log follows from its beginning.
 *
 * @throws SqliteError when the file is missing.
 */
export const inspectStore = (file: string): Result<StoreInspected, StoreFlaw> => {
  const database = new Database(file, { fileMustExist: true });
  try {
    const schema = Number(database.pragma('user_version', { simple: true }));
    if (schema > MIGRATIONS.length) {
      const message = `its store has version ${schema}, this release knows ${MIGRATIONS.length}: install the newer release`;
      return fail('newer', message);
    }
    const found: unknown = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return fail('corrupt', `SQLite finds its store damaged: ${String(found)}`);
    const verdict = verifyRecord(database);
    if (!verdict.ok) {
      return fail('audit', `record ${verdict.sequence} of its audit log is broken`);
    }
    return ok({ schema, audit: verdict.head });
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      return fail('corrupt', `SQLite cannot read its store: ${error.message}`);
    }
    throw error;
  } finally {
    database.close();
  }
};
