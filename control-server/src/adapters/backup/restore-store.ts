import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import Database from 'better-sqlite3';
import { type BackupManifest, STORE_COPY } from '../../backup/manifest.js';
import { openDatabase } from '../store/open-database.js';
import { isInUse } from './in-use.js';
import { inspectStore, type StoreFlaw } from './inspect-store.js';

export interface RestoreAsked {
  /** A backup that has been verified. */
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly storeFile: string;
  /** Whether data that is there may be put aside. */
  readonly force: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The store that was there and now lies beside, or null. */
export interface Restored {
  readonly putAside: string | null;
}

export type RestoreFault = 'running' | 'exists' | StoreFlaw;

const JOURNALS = ['-wal', '-shm'] as const;

/** What is not SQLite any more is in nobody's use; it is put aside like any other. */
const usedByOthers = (file: string): boolean => {
  try {
    return isInUse(file);
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
};

/** Sessions and links may have been ended since the backup was made: everybody logs in anew. */
const endSessions = (file: string): void => {
  const database = openDatabase(file);
  try {
    database.exec('DELETE FROM session; DELETE FROM one_time_link');
  } finally {
    database.close();
  }
};

/**
 * Puts the store of a backup in its place, after it has been checked beside it.
 *
 * @throws when the store's folder cannot be written.
 */
export const restoreStore = async (
  asked: RestoreAsked,
): Promise<Result<Restored, RestoreFault>> => {
  const { folder, force, manifest, now, storeFile } = asked;
  const isThere = existsSync(storeFile);
  if (isThere && usedByOthers(storeFile)) {
    return fail('running', `${storeFile} is in use: stop the server of this venue first`);
  }
  if (isThere && !force) {
    return fail('exists', `${storeFile} is there already; --force puts it aside`);
  }
  await mkdir(dirname(storeFile), { recursive: true });
  const arriving = `${storeFile}.restoring`;
  try {
    await pipeline(
      createReadStream(join(folder, STORE_COPY)),
      createGunzip(),
      createWriteStream(arriving, { mode: 0o600 }),
    );
    const inspected = inspectStore(arriving);
    if (!inspected.ok) return fail(inspected.code, `${STORE_COPY}: ${inspected.message}`);
    if (inspected.value.audit.hash !== manifest.audit.hash) {
      return fail('audit', `${STORE_COPY}: its audit log does not end as the manifest says`);
    }
    endSessions(arriving);
    const putAside = isThere
      ? `${storeFile}.before-${toTimestamp(now).replaceAll(/[:.]/g, '-')}`
      : null;
    // A journal that stayed behind would be played into the restored store.
    for (const end of JOURNALS) {
      if (putAside !== null && existsSync(`${storeFile}${end}`)) {
        await rename(`${storeFile}${end}`, `${putAside}${end}`);
      }
    }
    if (putAside !== null) await rename(storeFile, putAside);
    await rename(arriving, storeFile);
    return ok({ putAside });
  } finally {
    for (const end of ['', ...JOURNALS]) await rm(`${arriving}${end}`, { force: true });
  }
};
