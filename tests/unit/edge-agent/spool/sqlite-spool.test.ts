import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { setAside } from '../../../../edge-agent/src/adapters/spool/spool-file.js';
import { openSqliteSpool } from '../../../../edge-agent/src/adapters/spool/sqlite-spool.js';
import type { SpoolLimits, WindowSpool } from '../../../../edge-agent/src/ports/window-spool.js';
import { describeSpool, idsIn, NOW, spooledFrom } from './spool-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}`, 'spool.db');
};
const LIMITS: SpoolLimits = { bytes: 64 * 1024 ** 2, ageMs: 48 * 3_600_000 };
const open = (file: string, limits = LIMITS): WindowSpool => {
  const spool = openSqliteSpool(file, limits);
  if (!spool.ok) throw new Error(spool.message);
  return spool.value;
};

describeSpool('SQLite', (limits) => open(newFile(), limits));

describe('[U] spool on disk', () => {
  it('lets in one agent at a time, so that none sends the windows of another', () => {
    const file = newFile();
    const first = open(file);
    first.append(spooledFrom(1, 3), NOW);
    expect(openSqliteSpool(file, LIMITS)).toMatchObject({ ok: false, code: 'unwritable' });
    first.close();
  });

  it('keeps what was written when it is closed and opened', () => {
    const file = newFile();
    const first = open(file);
    first.append(spooledFrom(1, 3), NOW);
    first.close();
    const second = open(file);
    expect(idsIn(second)).toEqual([1, 2, 3]);
    second.close();
  });

  it('takes no more of the disk than its bound and a log of some megabytes, and gives it back', () => {
    const file = newFile();
    const limits = { ...LIMITS, bytes: 4 * 1024 ** 2 };
    const spool = open(file, limits);
    for (let id = 1; id <= 12_000; id += 10) spool.append(spooledFrom(id, 10, 'west', 1_500), NOW);
    const onDisk = () =>
      ['', '-wal', '-shm']
        .map((part) => `${file}${part}`)
        .filter((path) => existsSync(path))
        .reduce((sum, path) => sum + statSync(path).size, 0);
    expect(spool.content().thinned).toBeGreaterThan(5_000);
    expect(onDisk()).toBeLessThan(limits.bytes + 8 * 1024 ** 2);
    for (let more = true; more; ) {
      const ids = idsIn(spool).slice(0, 500);
      spool.forget(ids);
      more = ids.length > 0;
    }
    expect(spool.content()).toMatchObject({ windows: 0, oldest: undefined });
    spool.close();
    expect(onDisk()).toBeLessThan(5 * 1024 ** 2);
  });

  it('makes room within a few ticks where its bound was set lower', () => {
    const file = newFile();
    const wide = open(file);
    for (let id = 1; id <= 4_000; id += 100) wide.append(spooledFrom(id, 100, 'west', 900), NOW);
    wide.close();
    const narrow = open(file, { ...LIMITS, bytes: 1024 ** 2 });
    for (let id = 4_001; id <= 4_005; id += 1) narrow.append(spooledFrom(id, 1), NOW);
    expect(narrow.content().bytes).toBeLessThanOrEqual(1024 ** 2);
    expect(idsIn(narrow).slice(-100)).toEqual(Array.from({ length: 100 }, (_, i) => 3_906 + i));
    narrow.close();
  });

  it('tells a file that is no database, and sets it aside, only the last', () => {
    const file = newFile();
    open(file).close();
    for (const text of ['first', 'second']) {
      writeFileSync(file, `${text}: a shopping list and no database, long enough to be looked at`);
      expect(openSqliteSpool(file, LIMITS)).toMatchObject({ ok: false, code: 'corrupt' });
      expect(setAside(file)).toBe(`${file}.damaged`);
      expect(existsSync(file)).toBe(false);
    }
    open(file).close();
  });

  it('tells a folder that it cannot have', () => {
    const file = join(newFile(), 'spool.db');
    open(join(file, '..')).close(); // the folder's name is taken by a file
    expect(openSqliteSpool(file, LIMITS)).toMatchObject({ ok: false, code: 'unwritable' });
  });
});
