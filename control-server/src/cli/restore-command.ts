import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { placeSecrets, placeWeights } from '../adapters/backup/place-files.js';
import { verifyBackup } from '../adapters/backup/read-backup.js';
import { restoreStore } from '../adapters/backup/restore-store.js';
import { systemClock } from '../adapters/system-time.js';
import { VENUE_COPY } from '../backup/manifest.js';
import { openDesk } from '../main/open-desk.js';
import { type Answer, answerAt, tell } from './at-desk.js';
import { readConfig } from './read-config.js';

interface Options {
  readonly config: string;
  readonly force?: boolean;
  readonly withSecrets?: boolean;
  readonly json?: boolean;
}

const HELP = `
Stop the server first. A venue file that is not there is taken from the backup; one that is there stays.
Everybody logs in anew, and tokens and accounts are as they were when the backup was made.

Example:
  throng-server restore /backup/throng-arena-2026-07-04T03-00-00-000Z -c venue.yml`;

/** `throng-server restore FOLDER -c FILE` */
export const restoreCommand = (): Command =>
  new Command('restore')
    .argument('<folder>', 'a backup')
    .description('put the store of a backup in its place')
    .requiredOption('-c, --config <file>', 'the venue file')
    .option('--force', 'put aside a store that is there')
    .option('--with-secrets', 'also the keys, passwords and certificates of the backup')
    .option('--json', 'for programs')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: Options) => {
      const answer = await answerAt(options.config, () => restore(folder, options));
      tell(answer, options.json === true);
    });

const restore = async (folder: string, options: Options): Promise<Answer> => {
  const { config, force = false } = options;
  const verified = await verifyBackup(folder);
  if (!verified.ok) return verified;
  const manifest = verified.value;
  const told: string[] = [];
  if (!existsSync(config)) {
    await mkdir(dirname(resolve(config)), { recursive: true });
    await copyFile(join(folder, VENUE_COPY), config);
    told.push(`${config} was not there: taken from the backup`);
  } else if (!(await isSame(config, join(folder, VENUE_COPY)))) {
    told.push(`${config} is another than that of the backup, and stays`);
  }
  if (options.withSecrets === true) told.push(...(await placeSecrets(folder, manifest, config)));
  const file = await readConfig(config);
  if (file === undefined) {
    const message = `${config} cannot be used; mend it, or move it away to take that of the backup`;
    return { ok: false, code: 'config', message };
  }
  if (file.venue.id !== manifest.venue) {
    const message = `the backup is of venue "${manifest.venue}", ${config} of "${file.venue.id}"`;
    return { ok: false, code: 'venue', message };
  }
  const { storeFile } = file;
  const restored = await restoreStore({
    folder,
    manifest,
    storeFile,
    force,
    now: systemClock.now(),
  });
  if (!restored.ok) return restored;
  const { putAside } = restored.value;
  if (putAside !== null) told.push(`the store that was there lies in ${putAside}`);
  const weights = await placeWeights(folder, manifest, storeFile);
  if (!weights.ok) return weights;
  told.push(...weights.value);
  const desk = openDesk(file);
  const { actor } = desk;
  desk.recorder.note({ actor, action: 'backup-restored', subject: manifest.madeAt });
  await desk.close();
  told.push(`${storeFile} is as it was at ${manifest.madeAt}; everybody logs in anew`);
  if (file.server.enrolment !== undefined) {
    told.push('Boxes revoked since then count as good again: revoke them again.');
  }
  return { ok: true, value: { storeFile, ...manifest, putAside }, text: told.join('\n') };
};

const isSame = async (one: string, other: string): Promise<boolean> =>
  (await readFile(one)).equals(await readFile(other));
