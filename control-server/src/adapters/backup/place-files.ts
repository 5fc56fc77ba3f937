import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isTree, ok, type Result } from '@throng/contract';
import { type BackupManifest, copiedWeights } from '../../backup/manifest.js';
import { houseSecrets } from '../../backup/secret-settings.js';
import { completeVenueFile } from '../../settings/check-venue-file.js';
import { weightsFolder } from '../fleet/weights-folder.js';
import { parseYaml } from '../settings/parse-yaml.js';

/** A key that others may read is refused by the server, whatever became of its rights on the way. */
const OWNER_ONLY = 0o600;

/**
 * Puts secrets of a backup where the venue file names them, and never over one that is there; a line each.
 *
 * @throws where one cannot be written.
 */
export const placeSecrets = async (
  folder: string,
  { files }: BackupManifest,
  config: string,
): Promise<string[]> => {
  const { value } = parseYaml(await readFile(config, 'utf8'));
  const content = completeVenueFile(value, process.env);
  const server = isTree(content) ? content.server : undefined;
  const store = isTree(server) && isTree(server.store) ? server.store.file : undefined;
  const secrets = houseSecrets(server, typeof store === 'string' ? store : 'throng.db');
  const places = new Map(secrets.map(({ path, setting }) => [setting, path]));
  const told: string[] = [];
  for (const { name, setting } of files) {
    if (setting === undefined) continue;
    const place = places.get(setting);
    if (place === undefined) {
      told.push(`${setting} is not set here: ${name} stays in the backup`);
      continue;
    }
    const path = resolve(dirname(config), place);
    if (existsSync(path)) {
      told.push(`${path} is there and stays`);
      continue;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, name), path);
    await chmod(path, OWNER_ONLY);
    told.push(`${path} restored`);
  }
  return told;
};

/** Puts the weights of a backup beside the store, each held against its checksum; a line on how many. */
export const placeWeights = async (
  folder: string,
  { files }: BackupManifest,
  storeFile: string,
): Promise<Result<string[], 'file' | 'checksum'>> => {
  const weights = weightsFolder(storeFile);
  let placed = 0;
  for (const { name } of files) {
    const sha256 = copiedWeights(name);
    if (sha256 === undefined || (await weights.sizeOf(sha256)) !== undefined) continue;
    const added = await weights.add(join(folder, name), sha256);
    if (!added.ok) return added;
    placed += 1;
  }
  return ok(
    placed === 0 ? [] : [`weights of ${placed} ${placed === 1 ? 'model' : 'models'} restored`],
  );
};
