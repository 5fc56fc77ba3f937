import { createReadStream, createWriteStream } from 'node:fs';
import { access, copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import {
  type ArchivedFile,
  type BackupManifest,
  MANIFEST,
  STORE_COPY,
  VENUE_COPY,
  weightsCopy,
} from '../../backup/manifest.js';
import type { NamedFile } from '../../backup/secret-settings.js';
import { weightsOf } from '../fleet/weights-folder.js';
import { version } from '../version.js';
import { copyDatabase } from './copy-database.js';
import { digestFile } from './digest-file.js';
import { inspectStore, type StoreFlaw } from './inspect-store.js';

export interface BackupAsked {
  readonly venue: string;
  /** The venue file itself. */
  readonly venueFile: string;
  readonly storeFile: string;
  /** Files with secrets that go along; none where nobody asked for them. */
  readonly secrets: readonly NamedFile[] | null;
  /** Folder of the backup; it must not be there yet. */
  readonly to: string;
  /** Epoch ms. */
  readonly now: number;
  /** Share of the store that is copied, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Asks the work to come to an end: nothing of the backup is then left behind. */
  readonly ending?: AbortSignal;
}

export type BackupFault = 'exists' | StoreFlaw;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What was written is on the disk, not only in memory: a backup that a power cut empties is none. */
const settle = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
};

/**
 * Writes a backup: the store as it is at this moment, the venue file, the weights that boxes are told to
 * fetch, and, if asked for, the files of its secrets. The folder appears under its name once all of it is written and checked.
 *
 * @throws when the folder cannot be written, or a file cannot be read, or the work was asked to end.
 */
export const writeBackup = async (
  asked: BackupAsked,
): Promise<Result<BackupManifest, BackupFault>> => {
  const { ending, now, onProgress, secrets, storeFile, to, venue, venueFile } = asked;
  if (await exists(to)) return fail('exists', `${to} is there already; name another folder`);
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const copy = join(partial, 'store.db');
    await copyDatabase(storeFile, copy, (share) => {
      ending?.throwIfAborted();
      onProgress?.(share);
    });
    ending?.throwIfAborted();
    const inspected = inspectStore(copy);
    if (!inspected.ok) return fail(inspected.code, `${storeFile}: ${inspected.message}`);
    const packed = join(partial, STORE_COPY);
    await pipeline(
      createReadStream(copy),
      createGzip({ level: 3 }),
      createWriteStream(packed, { mode: 0o600 }),
      ending === undefined ? {} : { signal: ending },
    );
    await rm(copy);
    await writeFile(join(partial, VENUE_COPY), await readFile(venueFile), { mode: 0o600 });
    const kept: Pick<ArchivedFile, 'name' | 'setting'>[] = [
      { name: STORE_COPY },
      { name: VENUE_COPY },
    ];
    for (const { path, sha256 } of await weightsOf(storeFile)) {
      ending?.throwIfAborted();
      const name = weightsCopy(sha256);
      await copyFile(path, join(partial, name));
      kept.push({ name });
    }
    for (const [index, { path, setting }] of (secrets ?? []).entries()) {
      const name = `secret-${index}`;
      await copyFile(resolve(dirname(venueFile), path), join(partial, name));
      kept.push({ name, setting });
    }
    const files: ArchivedFile[] = [];
    for (const each of kept) {
      await settle(join(partial, each.name));
      files.push({ ...each, ...(await digestFile(join(partial, each.name))) });
    }
    const manifest: BackupManifest = {
      format: 'throng-backup',
      v: 1,
      venue,
      madeAt: toTimestamp(now),
      release: version,
      ...inspected.value,
      secrets: secrets !== null,
      files,
    };
    const list = join(partial, MANIFEST);
    await writeFile(list, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await settle(list);
    await rename(partial, to);
    return ok(manifest);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
};
