import { fromTimestamp, TIMESTAMP_PATTERN, toTimestamp } from '@throng/contract';
import { Command, InvalidArgumentError } from 'commander';
import type { ChainHead, Verdict } from '../audit/hash-chain.js';
import { type Answer, atDesk, type DeskOptions, withDeskOptions } from './at-desk.js';

const ANCHOR = /^(\d{1,15}):([0-9a-f]{64})$/;
const moment = new RegExp(TIMESTAMP_PATTERN);

const anchorOf = (text: string, before: readonly ChainHead[] = []): ChainHead[] => {
  const [, sequence, hash] = ANCHOR.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) {
    throw new InvalidArgumentError('Give NUMBER:HASH, as "audit head" prints it.');
  }
  return [...before, { sequence: Number(sequence), hash }];
};

const momentOf = (text: string): string => {
  if (moment.test(text)) return toTimestamp(fromTimestamp(text));
  throw new InvalidArgumentError('Give a moment like 2026-07-04T19:30:00Z.');
};

const FAULTS = {
  sequence: 'it is missing, or another stands in its place',
  previous: 'it does not follow the one before it',
  hash: 'it was changed, or is not the one that was noted',
  unreadable: 'it cannot be read',
  amendment: 'records before it are gone, or names were taken out, and no record says so',
} as const;

const verdictAnswer = (verdict: Verdict): Answer => {
  if (!verdict.ok) {
    const message = `Record ${verdict.sequence} is broken: ${FAULTS[verdict.fault]}. Restore the store from a copy made before, and ask who could write to it.`;
    return { ok: false, code: verdict.fault, message };
  }
  const { sequence, hash } = verdict.head;
  const text = `${sequence} records, each following from the one before.\nHead ${sequence}:${hash}`;
  return { ok: true, value: { ok: true, head: verdict.head }, text };
};

/** `throng-server audit verify|head|export` */
export const auditCommand = (): Command => {
  const audit = new Command('audit').description('who did what, when: verify and export it');
  withDeskOptions(audit.command('verify'))
    .description('follow the chain from its first record; tells the first that is broken')
    .option(
      '--head <number:hash>',
      'a head noted earlier must still be there; may be repeated',
      anchorOf,
    )
    .action((options: DeskOptions & { head?: ChainHead[] }) =>
      atDesk(options, async (desk) => verdictAnswer(desk.audit.verify(options.head))),
    );
  withDeskOptions(audit.command('head'))
    .description('the newest record and its hash: noted elsewhere, it shows a log that was cut off')
    .action((options: DeskOptions) =>
      atDesk(options, async (desk) => {
        const head = desk.audit.head();
        if (!head.ok) return head;
        const { sequence, hash } = head.value;
        return { ok: true, value: head.value, text: `${sequence}:${hash}` };
      }),
    );
  withDeskOptions(audit.command('export'))
    .description('records as lines of JSON, each with its hash')
    .option('--from <moment>', 'from this moment on', momentOf)
    .option('--to <moment>', 'up to this moment', momentOf)
    .action((options: DeskOptions & { from?: string; to?: string }) =>
      atDesk(options, async (desk) => {
        const { from, to } = options;
        const lines: string[] = [];
        for (const { body, hash, at } of desk.audit.records()) {
          if ((from !== undefined && at < from) || (to !== undefined && at >= to)) continue;
          lines.push(`{"hash":"${hash}","record":${body}}`);
        }
        desk.recorder.note({
          actor: desk.actor,
          action: 'audit-exported',
          subject: 'audit',
          details: {
            count: lines.length,
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
          },
        });
        return { ok: true, value: lines.map((line) => JSON.parse(line)), text: lines.join('\n') };
      }),
    );
  return audit;
};
