import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnownBackup, outdatedBackups } from '../../backup/kept-backups.js';
import { manifestIn } from './read-backup.js';

/** Backups that lie in a folder; what is not one is left alone. */
const knownBackups = async (folder: string): Promise<KnownBackup[]> => {
  const known: KnownBackup[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const manifest = entry.isDirectory() ? await manifestIn(path) : undefined;
    if (manifest !== undefined) known.push({ path, ...manifest });
  }
  return known;
};

/** Erases all but the newest `keep` backups of a venue; the paths of those that went. */
export const keepNewest = async (
  folder: string,
  venue: string,
  keep: number,
): Promise<string[]> => {
  const outdated = outdatedBackups(await knownBackups(folder), venue, keep);
  for (const { path } of outdated) await rm(path, { recursive: true });
  return outdated.map(({ path }) => path);
};
