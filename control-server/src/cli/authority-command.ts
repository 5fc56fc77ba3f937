import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toTimestamp } from '@throng/contract';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  createAuthority,
  openAuthority,
  writeWhole,
} from '../adapters/enrolment/authority-folder.js';
import type { Use } from '../adapters/enrolment/x509-authority.js';
import { systemClock } from '../adapters/system-time.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';

interface Common {
  readonly folder: string;
  readonly passphraseFile?: string;
}

const withCommon = (command: Command): Command =>
  command
    .option(
      '--folder <folder>',
      'where the authority lies, as server.enrolment.authority',
      'authority',
    )
    .option('--passphrase-file <file>', 'holds what its key is locked with');

const passphraseOf = async ({ passphraseFile }: Common): Promise<string | undefined> =>
  passphraseFile === undefined ? undefined : (await readFile(passphraseFile, 'utf8')).trim();

const NAME = /^[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?$/;

const namesOf = (list: string): string[] =>
  list.split(',').map((word) => {
    const name = word.trim();
    if (NAME.test(name) || name.includes('::')) return name;
    throw new InvalidArgumentError(`"${name}" is no host name and no address.`);
  });

const nameOf = (text: string): string => {
  if (/^(?!(ca|crl)$)[a-z0-9][a-z0-9-]{0,47}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Give a short name of lower-case letters, digits and hyphens, but not ca or crl.',
  );
};

const daysOf = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 825) return days;
  throw new InvalidArgumentError('Give 1 to 825 days.');
};

const complain = (message: string): void => {
  console.error(message);
  process.exitCode = EXIT.broken;
};

/** Does the work; a file that cannot be read or written is told with its remedy. */
const withFiles = async (path: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    complain(fileFailure(path, error));
  }
};

const USES: Readonly<Record<string, readonly Use[]>> = {
  server: ['server'],
  client: ['client'],
  both: ['server', 'client'],
};

/** `throng-server authority init|issue`: needs no venue file, so that it may come first. */
export const authorityCommand = (): Command => {
  const authority = new Command('authority').description(
    'a small certificate authority of the venue’s own, for TLS everywhere',
  );
  withCommon(authority.command('init'))
    .description('make the authority: a key that only its owner can read, and a certificate')
    .option('--name <name>', 'how it is called in certificates', 'Throng authority')
    .action((options: Common & { name: string }) =>
      withFiles(options.passphraseFile ?? options.folder, async () => {
        const { folder, name } = options;
        const passphrase = await passphraseOf(options);
        const made = await createAuthority(folder, name, passphrase, systemClock.now());
        if (!made.ok) return complain(made.message);
        console.log(`${resolve(folder)}: ca.pem (give it to browsers and brokers), ca.key (keep it)

Next:
  throng-server authority issue server --names HOST,ADDRESS --folder ${folder}`);
      }),
    );
  withCommon(authority.command('issue'))
    .argument('<name>', 'a short name, which is also the common name', nameOf)
    .description('make a certificate and key NAME.pem, NAME.key: of the server, a broker, a reader')
    .option('--names <list>', 'host names and addresses it is reached by, with commas', namesOf, [])
    .addOption(
      new Option('--for <use>', 'whom it is good for').choices(Object.keys(USES)).default('server'),
    )
    .option('--days <days>', 'for how long', daysOf, 397)
    .option('--out <folder>', 'where to write it; the authority’s folder by default')
    .action(
      (
        name: string,
        options: Common & { names: string[]; for: string; days: number; out?: string },
      ) =>
        withFiles(options.passphraseFile ?? options.out ?? options.folder, async () => {
          const { days, folder, names, out = folder } = options;
          const uses = USES[options.for] ?? [];
          if (uses.includes('server') && names.length === 0) {
            return complain('--names is missing: by which host names and addresses is it reached?');
          }
          const opened = await openAuthority(folder, await passphraseOf(options));
          if (!opened.ok) return complain(opened.message);
          const now = systemClock.now();
          const pair = await opened.value.issueOwn(name, { days, names, now, uses });
          const file = (ending: string) => join(resolve(out), `${name}.${ending}`);
          await writeWhole(file('key'), pair.key, 0o600);
          await writeWhole(file('pem'), pair.cert);
          const until = toTimestamp(now + days * 86_400_000).slice(0, 10);
          console.log(
            `${file('pem')} and .key, until ${until}${
              uses.includes('server')
                ? `\n\nIn the venue file:\n  tls: { certFile: ${file('pem')}, keyFile: ${file('key')} }`
                : ''
            }`,
          );
        }),
    );
  return authority;
};
