import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest, openGuardedHouse } from '../access/support/guest.js';
import { command as throng } from '../support/command.js';
import type { House } from '../support/house.js';

let house: House;
let admin: Guest;
let backup: string;
let history: unknown;
const venueFile = () => join(house.folder, 'venue.yml');
const HISTORY =
  '/api/v1/zones/east/history?from=2026-07-04T19:00:00Z&to=2026-07-04T20:00:00Z&step=10';

beforeAll(async () => {
  house = await openGuardedHouse();
  admin = await firstAdmin(house);
  await colleague(house, admin, { name: 'sam', role: 'viewer', zones: ['west'] });
  const agent = await house.agent();
  for (let second = 1; second <= 30; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 2.5));
  }
  house.second();
  history = (await admin.ask('GET', HISTORY)).body;
  backup = join(house.folder, 'backup');
});
afterAll(() => house.close());

describe('[I] backup and restore', () => {
  it('copies the store of a running server, and says what is in it', async () => {
    const made = await throng('backup', '-c', venueFile(), '--to', backup, '--json');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toMatchObject({
      venue: 'hall',
      secrets: false,
      files: [{ name: 'store.db.gz' }, { name: 'venue.yml' }],
    });
    expect(await throng('backup', 'verify', backup)).toMatchObject({
      code: 0,
      out: expect.stringContaining('is whole: venue hall'),
    });
    expect(await throng('backup', '-c', venueFile(), '--to', backup)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already'),
    });
  });

  it('is refused over a running server, even with --force', async () => {
    const before = await readFile(house.storeFile);
    expect(await throng('restore', backup, '-c', venueFile(), '--force')).toMatchObject({
      code: 1,
      err: expect.stringContaining('stop the server'),
    });
    expect((await readFile(house.storeFile)).equals(before)).toBe(true);
    expect((await admin.ask('GET', '/api/v1/zones')).status).toBe(200);
  });

  it('brings back the same histories, accounts and record', async () => {
    await colleague(house, admin, { name: 'late', role: 'viewer', zones: null });
    await house.stop();
    expect(await throng('restore', backup, '-c', venueFile())).toMatchObject({
      code: 1,
      err: expect.stringContaining('--force'),
    });
    const restored = await throng('restore', backup, '-c', venueFile(), '--force', '--json');
    expect(restored).toMatchObject({ code: 0 });
    expect(existsSync(JSON.parse(restored.out).putAside)).toBe(true);
    expect(await throng('audit', 'verify', '-c', venueFile())).toMatchObject({ code: 0 });
    await house.start();
    // Sessions may have been ended since: everybody logs in anew.
    expect((await admin.ask('GET', '/api/v1/accounts')).status).toBe(401);
    await admin.logIn('ada');
    const { body } = await admin.ask('GET', '/api/v1/accounts');
    expect(Object(body).map(({ name }: { name: string }) => name)).toEqual(['ada', 'sam']);
    expect((await admin.ask('GET', HISTORY)).body).toEqual(history);
    expect(JSON.stringify(history)).toContain('"persons":');
  });

  it('takes the venue file from the backup where there is none', async () => {
    const elsewhere = join(house.folder, 'elsewhere');
    const restored = await throng('restore', backup, '-c', join(elsewhere, 'venue.yml'));
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('taken from the') });
    expect(existsSync(join(elsewhere, 'throng.db'))).toBe(true);
  });

  it('takes secrets along only when asked, and puts none over one that is there', async () => {
    const into = join(house.folder, 'daily');
    await mkdir(into);
    const made = ['backup', '-c', venueFile(), '--into', into, '--keep', '1'];
    expect(await throng(...made, '--with-secrets')).toMatchObject({ code: 0 });
    const again = await throng(...made, '--with-secrets', '--json');
    const { erased, files, folder } = JSON.parse(again.out);
    expect(erased).toHaveLength(1);
    expect(files).toContainEqual(expect.objectContaining({ setting: 'push-key' }));
    const key = join(house.folder, 'throng.db.push-key');
    const before = await readFile(key, 'utf8');
    await house.stop();
    await writeFile(key, 'another');
    const restore = ['restore', folder, '-c', venueFile(), '--force', '--with-secrets'];
    expect((await throng(...restore)).out).toContain('is there and stays');
    expect(await readFile(key, 'utf8')).toBe('another');
    await rm(key);
    await throng(...restore);
    expect(await readFile(key, 'utf8')).toBe(before);
  });

  it('refuses a damaged backup and names the file, and a store whose record was changed', async () => {
    const put = ['-c', venueFile(), '--force'];
    const copy = join(backup, 'store.db.gz');
    const whole = await readFile(copy);
    await writeFile(copy, Buffer.from(whole.map((byte, at) => (at === 5_000 ? byte ^ 1 : byte))));
    expect(await throng('restore', backup, ...put)).toMatchObject({
      code: 1,
      err: expect.stringContaining('store.db.gz was changed'),
    });
    await appendFile(join(backup, 'venue.yml'), '# more');
    await rm(copy);
    const verified = await throng('backup', 'verify', backup);
    expect(verified.code).toBe(1);
    expect(verified.err).toMatch(/store\.db\.gz is missing.*venue\.yml has \d+ bytes/);
    const database = new Database(house.storeFile);
    database.exec(`DROP TRIGGER audit_never_changed;
      UPDATE audit_record SET body = replace(body, '"done"', '"failed"') WHERE sequence = 2`);
    database.close();
    const forged = ['backup', '-c', venueFile(), '--to', join(house.folder, 'forged')];
    expect(await throng(...forged)).toMatchObject({
      code: 1,
      err: expect.stringContaining('record 2 of its audit log is broken'),
    });
    expect(existsSync(join(house.folder, 'forged'))).toBe(false);
  });
});
