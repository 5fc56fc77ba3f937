import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toTimestamp } from '@throng/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { alertActs } from '../../../../control-server/src/adapters/audit/alert-acts.js';
import { openAuditLog } from '../../../../control-server/src/adapters/audit/sqlite-audit-log.js';
import type { AuditEntry } from '../../../../control-server/src/audit/audit-entry.js';
import { DOORS } from './support/evening.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-acts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (minute: number, change: Partial<AuditEntry>): AuditEntry => ({
  ...{ at: toTimestamp((DOORS + minute * 60) * 1_000), actor: 'anna', role: 'operator' },
  ...{ action: 'alert-acknowledged', subject: 'a', outcome: 'done', details: {}, versions: {} },
  ...change,
});

describe('[U] what people did to alerts', () => {
  it('is read from the audit log: of the period, done, and not by the server itself', async () => {
    const file = join(folder, 'throng.db');
    const log = openAuditLog(file);
    const written = await log.append([
      entry(-1, {}),
      entry(1, { actor: 'server', role: 'server', action: 'alert-raised' }),
      entry(2, {}),
      entry(3, { outcome: 'refused', action: 'alert-shelved' }),
      entry(4, { action: 'logged-in' }),
      entry(90, {}),
    ]);
    log.close();
    expect(written.ok).toBe(true);
    expect(alertActs(file, DOORS, DOORS + 3_600)).toEqual([
      { alert: 'a', at: DOORS + 120, by: 'anna', kind: 'alert-acknowledged' },
    ]);
  });

  it('is told of a file that is missing', () => {
    expect(() => alertActs(join(folder, 'gone.db'), 0, 1)).toThrow(
      expect.objectContaining({ code: 'SQLITE_CANTOPEN' }),
    );
  });
});
