import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok } from '@throng/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { openSpoolFile, setAside } from '../../../../edge-agent/src/adapters/spool/spool-file.js';
import {
  openSqliteSpool,
  SqliteSpool,
} from '../../../../edge-agent/src/adapters/spool/sqlite-spool.js';
import { LastingSpool } from '../../../../edge-agent/src/spool/lasting-spool.js';
import { MemorySpool } from '../../../../edge-agent/src/spool/memory-spool.js';
import { FakeClock } from '../support/fake-clock.js';
import { describeSpool, idsIn, NOW, spooledFrom } from './spool-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-lasting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { bytes: 16 * 1024 ** 2, ageMs: 48 * 3_600_000 };
let files = 0;

const logTo = (said: string[]) => {
  const say = (details: object, message: string) =>
    said.push(`${message} ${JSON.stringify(details)}`);
  return { info: say, warn: say, error: say };
};

/** A spool on a disk that a test can break, and the log's words. */
const onDisk = () => {
  files += 1;
  const path = join(folder, `${files}.db`);
  const clock = new FakeClock(NOW);
  const said: string[] = [];
  const file = {
    path,
    open: () => openSqliteSpool(path, LIMITS),
    setAside: () => setAside(path),
  };
  const start = () => new LastingSpool(file, new MemorySpool(LIMITS), clock, logTo(said));
  return { path, clock, said, start };
};

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
describeSpool('on disk, or in memory while the disk fails', (limits) => {
  files += 1;
  const path = join(folder, `${files}.db`);
  return new LastingSpool(
    { path, open: () => openSqliteSpool(path, limits), setAside: () => setAside(path) },
    new MemorySpool(limits),
    new FakeClock(NOW),
    quiet,
  );
});
describeSpool(
  'in memory, since there is no disk',
  (limits) =>
    new LastingSpool(
      { path: '/', open: () => fail('unwritable', 'no disk'), setAside: () => '' },
      new MemorySpool(limits),
      new FakeClock(NOW),
      quiet,
    ),
);

describe('[U] lasting spool', () => {
  it('sets a damaged file aside, says so, and is on disk again with the next window', () => {
    const { path, said, start } = onDisk();
    writeFileSync(path, 'no database at all, but long enough for somebody to look at it closely');
    const spool = start();
    expect(spool.fault).toBe('corrupt');
    expect(said.join()).toContain('set aside');
    expect(readFileSync(`${path}.damaged`, 'utf8')).toContain('no database at all');
    spool.append(spooledFrom(1, 3), NOW);
    expect(spool.fault).toBeUndefined();
    spool.close();
    const again = start();
    expect(idsIn(again)).toEqual([1, 2, 3]);
    again.close();
  });

  it('goes on in memory when pages of the file turn bad while it runs', async () => {
    const { path, said, start, clock } = onDisk();
    const first = start();
    for (let id = 1; id <= 400; id += 100) first.append(spooledFrom(id, 100, 'west', 900), NOW);
    first.close();
    const bytes = readFileSync(path);
    bytes.fill(0xaa, 4_096, bytes.length - 4_096);
    writeFileSync(path, bytes);
    const spool = start();
    spool.append(spooledFrom(401, 2), NOW);
    spool.newest(Number.MAX_SAFE_INTEGER, 1_000, () => false);
    spool.append(spooledFrom(403, 1), NOW);
    await clock.advance(10_000);
    spool.append(spooledFrom(404, 1), NOW);
    expect(said.join()).toContain('is corrupt');
    expect(spool.fault).toBeUndefined();
    expect(idsIn(spool)).toEqual(expect.arrayContaining([403, 404]));
    spool.close();
  });

  it('is full: keeps in memory, reads on from the disk, and moves all there once there is room', async () => {
    const { path, said, start, clock } = onDisk();
    const database = openSpoolFile(path);
    const pages = (most: number) => database.pragma(`max_page_count = ${most}`);
    const disk = new SqliteSpool(database, LIMITS);
    const spool = new LastingSpool(
      { path, open: () => ok(disk), setAside: () => '' },
      new MemorySpool(LIMITS),
      clock,
      logTo(said),
    );
    spool.append(spooledFrom(1, 3), NOW);
    pages(1); // SQLite's own word for a full disk
    spool.append(spooledFrom(4, 20, 'west', 900), NOW);
    expect(spool.fault).toBe('full');
    expect(said.join()).toContain('spool.maxMegabytes');
    expect(idsIn(spool)).toHaveLength(23);
    expect(disk.content().windows).toBe(3);
    await clock.advance(10_000);
    spool.append(spooledFrom(24, 1), NOW);
    expect(spool.fault).toBe('full');
    expect(said).toHaveLength(1); // told once
    pages(100_000);
    await clock.advance(10_000);
    spool.append(spooledFrom(25, 1), NOW);
    expect(spool.fault).toBeUndefined();
    expect(disk.content().windows).toBe(25);
    spool.close();
    const again = start();
    expect(idsIn(again)).toHaveLength(25);
    again.close();
  });

  it('tries the disk again though the clock went back by an hour', async () => {
    let isBroken = true;
    const disk = onDisk();
    const open = () =>
      isBroken ? fail('unwritable' as const, 'no disk') : openSqliteSpool(disk.path, LIMITS);
    const spool = new LastingSpool(
      { path: disk.path, open, setAside: () => '' },
      ...([new MemorySpool(LIMITS), disk.clock, quiet] as const),
    );
    spool.append(spooledFrom(1, 3), NOW);
    expect(spool.fault).toBe('unwritable');
    isBroken = false;
    disk.clock.set(-3_600_000);
    spool.append(spooledFrom(4, 1), disk.clock.now());
    expect(spool.fault).toBeUndefined();
    spool.close();
  });
});
