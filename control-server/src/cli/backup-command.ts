import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail } from '@throng/contract';
import { Command, InvalidArgumentError } from 'commander';
import { keepNewest } from '../adapters/backup/known-backups.js';
import { verifyBackup } from '../adapters/backup/read-backup.js';
import { writeBackup } from '../adapters/backup/write-backup.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { systemClock } from '../adapters/system-time.js';
import { backupName } from '../backup/kept-backups.js';
import type { BackupManifest } from '../backup/manifest.js';
import { houseSecrets, type NamedFile } from '../backup/secret-settings.js';
import { openDesk } from '../main/open-desk.js';
import { type Answer, answerAt, tell } from './at-desk.js';
import { endable } from './endable.js';
import { EXIT } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readConfig } from './read-config.js';

interface Options {
  readonly config: readonly string[];
  readonly to?: string;
  readonly into?: string;
  readonly keep?: number;
  readonly withSecrets?: boolean;
  readonly json?: boolean;
}

const HELP = `
A backup is a folder with a copy of the store (measurements, alerts, accounts, audit log, versions of the
venue, floor plans, notification rules, enrolled boxes and their settings), the venue file, the weights of
models for boxes, and a manifest with checksums. The server goes on meanwhile. Secrets (keys, passwords,
certificates, the authority) come along only with --with-secrets: guard such a backup like the keys
themselves. Not in it: what PostgreSQL keeps (take it with pg_dump), and recordings for drills.

Examples:
  throng-server backup -c venue.yml --to /backup/before-the-upgrade
  throng-server backup -c venue.yml --into /backup --keep 14    # every day, by a timer
  throng-server backup -c arena.yml -c park.yml --into /backup  # the venues of a group
  throng-server backup verify /backup/before-the-upgrade`;

const countOf = (text: string): number => {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give a whole number above 0.');
};

/** `throng-server backup`, `throng-server backup verify` */
export const backupCommand = (): Command => {
  const backup = new Command('backup')
    .description('copy everything that the server keeps, while it runs')
    .option('-c, --config <file>', 'the venue file; may be repeated, with --into', eachOf, [])
    .option('--to <folder>', 'where to; the folder must not be there yet')
    .option('--into <folder>', 'a folder of backups: each gets a name with its time')
    .option('--keep <count>', 'erase all but the newest so many of this venue in --into', countOf)
    .option('--with-secrets', 'also keys, passwords and certificates that the settings name')
    .option('--json', 'for programs')
    .addHelpText('after', HELP)
    .action(async (options: Options, command: Command) => {
      const { config, into, keep, to } = options;
      if (config.length === 0) command.error("error: required option '-c, --config <file>'");
      if ((to === undefined) === (into === undefined)) {
        command.error('error: give either --to or --into: one of them');
      }
      if (keep !== undefined && into === undefined) command.error('error: --keep goes with --into');
      if (config.length > 1 && into === undefined) {
        command.error('error: several venues go --into a folder of backups');
      }
      const answers: Answer[] = [];
      const isEnded = await endable(async (ending) => {
        for (const each of config) {
          if (ending.aborted) break;
          answers.push(await answerAt(into ?? to ?? '', () => makeBackup(each, options, ending)));
        }
        return ending.aborted;
      });
      for (const answer of told(answers, options.json === true)) {
        tell(answer, options.json === true);
      }
      if (isEnded) process.exitCode = EXIT.interrupted;
    });
  backup
    .command('verify <folder>')
    .description('tell whether a backup is whole')
    .action(async (folder: string, _: unknown, command: Command) => {
      const verified = await verifyBackup(folder);
      const json: unknown = command.optsWithGlobals().json;
      tell(
        verified.ok
          ? { ...verified, text: `${folder} is whole: ${wordsOf(verified.value)}` }
          : verified,
        json === true,
      );
    });
  return backup;
};

const eachOf = (text: string, before: readonly string[]): readonly string[] => [...before, text];

/** What is told of several backups: programs get one list, and hear of a venue that failed at once. */
const told = (answers: readonly Answer[], json: boolean): readonly Answer[] => {
  const failed = answers.filter(({ ok }) => !ok);
  if (!json || answers.length === 1) return answers;
  if (failed.length > 0) return failed.slice(0, 1);
  const value = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  return [{ ok: true, value, text: '' }];
};

const wordsOf = ({ audit, files, madeAt, secrets, venue }: BackupManifest): string => {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const size = `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `venue ${venue} of ${madeAt}, ${size}, ${audit.sequence} audit records, ${secrets ? 'with' : 'without'} secrets`;
};

/** Files with secrets that are there: some are made when they are first needed. */
const secretsOf = (file: LoadedVenueFile, venueFile: string): NamedFile[] =>
  houseSecrets(file.server, file.storeFile).filter(({ path }) =>
    existsSync(resolve(dirname(venueFile), path)),
  );

const makeBackup = async (
  config: string,
  { into, json, keep, to, withSecrets }: Options,
  ending: AbortSignal,
): Promise<Answer> => {
  const file = await readConfig(config);
  if (file === undefined) return { ok: false, code: 'config', message: `${config} cannot be used` };
  if (!existsSync(file.storeFile)) {
    const message = `${file.storeFile} is not there: check store.file in ${config}`;
    return { ok: false, code: 'store', message };
  }
  const now = systemClock.now();
  const venue = file.venue.id;
  const folder = to ?? join(into ?? '', backupName(venue, new Date(now).toISOString()));
  const bar = progressBar('copying the store {bar} {percentage} %');
  if (json !== true) bar.start(1, 0);
  const made = await writeBackup({
    ...{ venue, venueFile: config, storeFile: file.storeFile, to: folder, now },
    secrets: withSecrets === true ? secretsOf(file, config) : null,
    onProgress: (share) => bar.update(share),
    ending,
  })
    .catch((error: unknown) => {
      if (!ending.aborted) throw error;
      return fail('ended', `${folder}: ended before it was done; nothing of it is left`);
    })
    .finally(() => bar.stop());
  if (!made.ok) return made;
  const desk = openDesk(file);
  desk.recorder.note({ actor: desk.actor, action: 'backup-made', subject: venue });
  await desk.close();
  const erased =
    into === undefined || keep === undefined ? [] : await keepNewest(into, venue, keep);
  const lines = [
    `${folder}: ${wordsOf(made.value)}`,
    ...(withSecrets === true
      ? []
      : ['Keys, passwords and certificates are not in it (--with-secrets): keep them elsewhere.']),
    ...(file.postgres === undefined
      ? []
      : ['Measurements and alerts are in PostgreSQL, and not in it: take them with pg_dump.']),
    ...erased.map((path) => `${path} erased: ${keep} newer ones are kept`),
  ];
  return { ok: true, value: { folder, ...made.value, erased }, text: lines.join('\n') };
};
