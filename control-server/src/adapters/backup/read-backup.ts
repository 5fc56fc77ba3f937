import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { type BackupManifest, MANIFEST, readManifest } from '../../backup/manifest.js';
import { digestFile } from './digest-file.js';

export type BackupFlaw = 'no-backup' | 'damaged';

/** The manifest of the backup in a folder. */
export const manifestIn = async (folder: string): Promise<BackupManifest | undefined> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : readManifest(text);
};

/** Whether every file of a backup is as it was written; names each that is not. */
export const verifyBackup = async (folder: string): Promise<Result<BackupManifest, BackupFlaw>> => {
  const manifest = await manifestIn(folder);
  if (manifest === undefined) {
    const message = `${folder} holds no backup: ${MANIFEST} is missing or cannot be read`;
    return fail('no-backup', message);
  }
  const flaws: string[] = [];
  for (const { bytes, name, sha256 } of manifest.files) {
    const found = await digestFile(join(folder, name)).catch(() => undefined);
    if (found === undefined) flaws.push(`${name} is missing or cannot be read`);
    else if (found.bytes !== bytes) flaws.push(`${name} has ${found.bytes} bytes, not ${bytes}`);
    else if (found.sha256 !== sha256) flaws.push(`${name} was changed: its SHA-256 differs`);
  }
  return flaws.length === 0
    ? ok(manifest)
    : fail('damaged', `${folder}: ${flaws.join('; ')}. Take another backup`);
};
