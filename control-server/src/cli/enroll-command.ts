import { Identifier, toTimestamp } from '@throng/contract';
import { Command, InvalidArgumentError } from 'commander';
import { Compile } from 'typebox/compile';
import { hashOf } from '../adapters/access/secrets.js';
import { openAuthority } from '../adapters/enrolment/authority-folder.js';
import { newCode } from '../adapters/enrolment/new-code.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { CODE_MINUTES } from '../enrolment/one-time-code.js';
import { type DeskOptions, withDeskOptions } from './at-desk.js';
import { atEnrolmentDesk } from './enrolment-desk.js';

const identifier = Compile(Identifier);

const edgeOf = (text: string): string => {
  if (identifier.Check(text)) return text;
  throw new InvalidArgumentError('An edge id is of lower-case letters, digits and hyphens.');
};

const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440 };

/** `90m`, `1h`, `2d`: minutes. */
const minutesOf = (text: string): number => {
  const [, count, unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const minutes = Number(count) * (UNIT_MINUTES[unit] ?? Number.NaN);
  if (minutes >= CODE_MINUTES.least && minutes <= CODE_MINUTES.most) return minutes;
  throw new InvalidArgumentError('Give a time from 1m to 7d, as 30m or 1h.');
};

/** Where boxes reach this server, as far as its file tells. */
const addressOf = ({ server: { listen, notifications } }: LoadedVenueFile): string => {
  if (notifications.publicUrl !== undefined) return new URL(notifications.publicUrl).origin;
  const everywhere = listen.host === '0.0.0.0' || listen.host === '::';
  return `https://${everywhere ? 'THIS-SERVER' : listen.host}:${listen.port}`;
};

interface Options extends DeskOptions {
  readonly expires: number;
}

/** `throng-server enroll EDGE -c FILE` */
export const enrollCommand = (): Command =>
  withDeskOptions(new Command('enroll'))
    .description('make a code by which one box gets its certificate, once; it is shown this once')
    .argument('<edge>', 'the id of the box, as cameras of the venue name it', edgeOf)
    .option(
      '--expires <time>',
      'for how long it is good: 30m, 1h, 2d',
      minutesOf,
      CODE_MINUTES.byDefault,
    )
    .addHelpText(
      'after',
      '\nExample:\n  throng-server enroll box-1 --config venue.yml --expires 30m',
    )
    .action((edge: string, options: Options) =>
      atEnrolmentDesk(options, async (desk, file) => {
        const authority = await openAuthority(file.authorityFolder ?? '', file.authorityPassphrase);
        if (!authority.ok) return authority;
        const made = await newCode(
          { ...desk, store: desk.enrolled, hash: hashOf },
          file.listenTls?.certFile ?? '',
          { edge, minutes: options.expires },
          desk.actor,
        );
        if (!made.ok) return made;
        const { code } = made.value;
        const expiresAt = toTimestamp(made.value.expiresAt);
        const server = addressOf(file);
        const isKnown = file.venue.cameras.some((camera) => camera.edge === edge);
        const text = [
          `Code for edge "${edge}". It works once, until ${expiresAt}, and is not shown again:`,
          `\n  ${code}\n`,
          'On the box:',
          `  throng-edge enroll ${server} --code ${code}`,
          ...(isKnown ? [] : [`\nNo camera of the venue file names edge "${edge}" yet.`]),
        ];
        return { ok: true, value: { edge, code, expiresAt, server }, text: text.join('\n') };
      }),
    );
