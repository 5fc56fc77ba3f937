import { toTimestamp } from '@throng/contract';
import { Command } from 'commander';
import { systemClock } from '../adapters/system-time.js';
import { type AgentCertificate, certificateFault } from '../enrolment/agent-certificate.js';
import { revoke } from '../enrolment/revoke.js';
import { type DeskOptions, withDeskOptions } from './at-desk.js';
import { atEnrolmentDesk, writeList } from './enrolment-desk.js';
import { textTable } from './text-table.js';

const DAY_MS = 86_400_000;

/** `throng-server revoke EDGE|SERIAL -c FILE --reason WHY` */
export const revokeCommand = (): Command =>
  withDeskOptions(new Command('revoke'))
    .description('let a box do nothing any more; a running server follows within a second')
    .argument('<edge-or-serial>', 'an edge, for all its certificates, or one serial number')
    .requiredOption('--reason <why>', 'for the record: stolen, replaced, …')
    .addHelpText(
      'after',
      '\nExample:\n  throng-server revoke box-1 --reason stolen --config venue.yml',
    )
    .action((target: string, options: DeskOptions & { reason: string }) =>
      atEnrolmentDesk(options, async (desk, file) => {
        const reason = options.reason.slice(0, 200);
        const revoked = await revoke({ ...desk, store: desk.enrolled }, target, reason, desk.actor);
        if (!revoked.ok) return revoked;
        const list = await writeList(file, desk.enrolled);
        const { certificates, codes } = revoked.value;
        const names = certificates.map(({ edge, serial }) => `  ${edge}  ${serial}`);
        const isExternal = file.server.broker.url !== undefined;
        const text = [
          'Revoked:',
          ...names,
          ...(codes === 0 ? [] : [`  ${codes} unused ${codes === 1 ? 'code' : 'codes'}`]),
          ...('path' in list
            ? [
                `${list.path} is written${isExternal ? '; see that your broker takes it (throng-revocations.path does)' : ''}.`,
              ]
            : [`The list for other brokers is not written: ${list.message}`]),
        ];
        return { ok: true, value: { ...revoked.value, list }, text: text.join('\n') };
      }),
    );

const stateOf = (certificate: AgentCertificate, now: number): string => {
  const { endsAt, reason, revokedAt } = certificate;
  switch (certificateFault(certificate, now)) {
    case 'revoked':
      return `revoked ${toTimestamp(revokedAt ?? 0)}: ${reason ?? ''}`;
    case 'ended':
      return 'ended';
    case undefined:
      return `${Math.floor((endsAt - now) / DAY_MS)} days left`;
  }
};

const orNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));

/** `throng-server enrolled -c FILE` */
export const enrolledCommand = (): Command =>
  withDeskOptions(new Command('enrolled'))
    .description('all certificates of boxes: until when, last seen, revoked')
    .action((options: DeskOptions) =>
      atEnrolmentDesk(options, async ({ enrolled }) => {
        const read = enrolled.certificates();
        if (!read.ok) return read;
        const now = systemClock.now();
        const rows = read.value.map((each) => [
          ...[each.edge, each.serial, each.issuedBy, toTimestamp(each.endsAt)],
          each.seenAt === null ? 'never' : toTimestamp(each.seenAt),
          stateOf(each, now),
        ]);
        const head = ['edge', 'serial', 'issued by', 'until', 'last seen', 'state'];
        const value = read.value.map(({ issuedAt, endsAt, seenAt, revokedAt, ...rest }) => ({
          ...rest,
          ...{ issuedAt: toTimestamp(issuedAt), endsAt: toTimestamp(endsAt) },
          ...{ seenAt: orNull(seenAt), revokedAt: orNull(revokedAt) },
        }));
        return { ok: true, value, text: textTable([head, ...rows]) };
      }),
    );
