import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok } from '@throng/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { openShowStopStore } from '../../../../control-server/src/adapters/store/show-stop-table.js';
import type { AuditEntry } from '../../../../control-server/src/audit/audit-entry.js';
import { oneAtATime } from '../../../../control-server/src/main/one-at-a-time.js';
import { settledLog } from '../../../../control-server/src/main/settled-log.js';
import { settledShow } from '../../../../control-server/src/main/settled-show.js';
import { runningShow } from '../../../../control-server/src/show-stop/show-state.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-successor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry: AuditEntry = {
  at: '2026-07-04T19:30:00.000Z',
  actor: 'kim',
  role: 'operator',
  action: 'alert-acknowledged',
  subject: 'density-west-1',
  outcome: 'done',
  details: {},
  versions: {},
};

const works = { settle: async () => ok(undefined) };
const fails = { settle: async () => fail('io' as const, 'the database is away') };

describe('[U] what is kept for a successor', () => {
  const auditLog = () => {
    const written: AuditEntry[] = [];
    return {
      written,
      append: async (entries: readonly AuditEntry[]) => {
        written.push(...entries);
        return ok({ sequence: written.length, hash: '0' });
      },
    };
  };

  it('[LC9] an act is on record once a successor would know of it', async () => {
    const log = auditLog();
    expect(await settledLog(log, works).append([entry])).toMatchObject({ ok: true });
    expect(log.written).toEqual([entry]);
  });

  it('[LC9] an act that no successor would know of is not done, and the log says that it failed', async () => {
    const log = auditLog();
    expect(await settledLog(log, fails).append([entry])).toMatchObject({ ok: false, code: 'io' });
    expect(log.written).toEqual([entry, { ...entry, outcome: 'failed' }]);
  });

  it('[SS5] [OW4] a stop that cannot be kept for a successor is not kept at all', async () => {
    const store = openShowStopStore(join(folder, 'show.db'));
    const running = runningShow(true);
    const asked = {
      ...running,
      last: { how: 'lapsed' as const, by: 'kim', at: '2026-07-04T19:30:00.000Z' },
    };
    expect(await settledShow(store, true, fails).write(asked)).toMatchObject({ ok: false });
    expect(store.read()).toEqual({ ok: true, value: running });
    expect(await settledShow(store, true, works).write(asked)).toMatchObject({ ok: true });
    expect(store.read()).toEqual({ ok: true, value: asked });
    store.close();
  });
});

describe('[U] work that is done one at a time', () => {
  it('is not begun again while it is under way, and whoever asks waits for it', async () => {
    let begun = 0;
    let finish = (): void => {};
    const work = oneAtATime(() => {
      begun += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const both = Promise.all([work(), work()]);
    expect(begun).toBe(1);
    finish();
    await both;
    void work();
    expect(begun).toBe(2);
    finish();
  });
});
