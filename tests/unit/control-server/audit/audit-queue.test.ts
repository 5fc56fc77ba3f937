import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../control-server/src/audit/audit-entry.js';
import type { AuditLog } from '../../../../control-server/src/audit/audit-log.js';
import { AuditQueue } from '../../../../control-server/src/audit/audit-queue.js';
import { EMPTY_CHAIN } from '../../../../control-server/src/audit/hash-chain.js';
import { Recorder, SERVER } from '../../../../control-server/src/audit/recorder.js';
import { START } from '../support/venue.js';

/** A log that can be made to fail. */
class MortalLog implements AuditLog {
  readonly written: AuditEntry[] = [];
  isDown = false;

  async append(entries: readonly AuditEntry[]) {
    if (this.isDown) return { ok: false, code: 'full', message: 'no room' } as const;
    this.written.push(...entries);
    return { ok: true, value: EMPTY_CHAIN } as const;
  }
}

const open = () => {
  const log = new MortalLog();
  const queue = new AuditQueue(log);
  const clock = { now: () => START };
  const recorder = new Recorder({ log, queue, clock, versions: { rules: 'abc' } });
  const note = (subject: string) =>
    recorder.note({ actor: SERVER, action: 'live-opened', subject });
  return { log, queue, recorder, note, subjects: () => log.written.map(({ subject }) => subject) };
};

describe('[U] entries that wait', () => {
  it('are written in their order, with the rules that stood', async () => {
    const { log, queue, note, subjects } = open();
    note('first');
    note('second');
    expect(await queue.flush(START)).toBeNull();
    expect(subjects()).toEqual(['first', 'second']);
    expect(log.written[0]).toMatchObject({
      at: '2026-07-04T19:30:00.000Z',
      versions: { rules: 'abc' },
    });
  });

  it('stay while nothing can be written, and come in their order afterwards', async () => {
    const { log, queue, note, subjects } = open();
    log.isDown = true;
    note('first');
    expect(await queue.flush(START)).toBe('full');
    note('second');
    expect(await queue.flush(START)).toBe('full');
    log.isDown = false;
    expect(await queue.flush(START)).toBeNull();
    expect(subjects()).toEqual(['first', 'second']);
    expect(queue.waiting).toBe(0);
  });

  it('that are dropped, the oldest first, are themselves on record', async () => {
    const { log, queue, note, subjects } = open();
    log.isDown = true;
    for (let index = 0; index < 10_003; index += 1) note(`${index}`);
    await queue.flush(START);
    log.isDown = false;
    await queue.flush(START);
    expect(subjects().slice(0, 2)).toEqual(['audit', '3']);
    expect(log.written[0]).toMatchObject({ action: 'entries-lost', details: { count: 3 } });
    expect(log.written).toHaveLength(10_001);
  });

  it('an act of a person is written before it is done, or refused', async () => {
    const { log, recorder } = open();
    log.isDown = true;
    const act = {
      actor: { name: 'ada', role: 'admin' },
      action: 'account-added',
      subject: 'sam',
    } as const;
    expect(await recorder.record(act)).toMatchObject({ ok: false, code: 'full' });
    log.isDown = false;
    expect(await recorder.record(act)).toMatchObject({ ok: true });
    expect(log.written).toHaveLength(1);
  });
});
