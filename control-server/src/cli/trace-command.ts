import { fromTimestamp, windowTrace } from '@throng/contract';
import { Command } from 'commander';
import { sha256 } from '../adapters/audit/sha256.js';
import type { AuditRecord } from '../audit/audit-entry.js';
import type { AuditReader } from '../audit/audit-log.js';
import { tracedSteps } from '../audit/traced-steps.js';
import { type Answer, atDesk, type DeskOptions, withDeskOptions } from './at-desk.js';
import { textTable } from './text-table.js';

const PAGE = 500;

/** Every traced alert, the newest first. */
function* tracesIn(log: Pick<AuditReader, 'find'>): Generator<AuditRecord> {
  let before: number | undefined;
  for (;;) {
    const asked = { action: 'alert-traced', limit: PAGE };
    const found = log.find(before === undefined ? asked : { ...asked, before });
    if (!found.ok || found.value.length === 0) return;
    yield* found.value;
    before = found.value.at(-1)?.sequence;
  }
}

const TRACE = /^[0-9a-f]{32}$/;

const isAbout = (asked: string, { details, subject }: AuditRecord): boolean =>
  subject === asked ||
  (details.windows ?? []).some(
    (name) => name === asked || (TRACE.test(asked) && windowTrace(name, sha256) === asked),
  );

const traced = (record: AuditRecord) => {
  const steps = tracedSteps(record.details);
  const windows = (record.details.windows ?? []).map((name) => ({
    name,
    trace: windowTrace(name, sha256),
  }));
  return { alert: record.subject, at: record.at, windows, steps };
};

const wordsOf = ({ alert, steps, windows }: ReturnType<typeof traced>): string =>
  [
    alert,
    textTable([
      ['step', 'at', 'since capture'],
      ...steps.map(({ at, name, seconds }) => [name, at, `${seconds.toFixed(3)} s`]),
    ]),
    ...windows.map(({ name, trace }) => `window ${name}  trace ${trace}`),
  ].join('\n');

/** `throng-server trace ALERT|WINDOW -c FILE` */
export const traceCommand = (): Command =>
  withDeskOptions(new Command('trace'))
    .argument(
      '<alert or window>',
      'an alert’s id, a window EDGE/CAMERA/BOOT/SEQUENCE, or its trace',
    )
    .description('the way from picture to people, with when each step was done')
    .addHelpText(
      'after',
      '\nThe logs of box and server name each window with its trace at the level debug.\n\nExample:\n  throng-server trace density-gate-a-tf5u3k -c venue.yml',
    )
    .action((asked: string, options: DeskOptions) =>
      atDesk(options, async ({ audit }): Promise<Answer> => {
        const found = [...tracesIn(audit)].filter((record) => isAbout(asked, record)).map(traced);
        if (found.length > 0) {
          const oldest = found.toSorted((a, b) => fromTimestamp(a.at) - fromTimestamp(b.at));
          return { ok: true, value: oldest, text: oldest.map(wordsOf).join('\n\n') };
        }
        const message = `no alert on record is "${asked}" or was raised by that window; look for it in the logs, at the level debug`;
        return { ok: false, code: 'unknown', message };
      }),
    );
