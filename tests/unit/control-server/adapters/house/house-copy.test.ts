import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openAccessStore } from '../../../../../control-server/src/adapters/access/sqlite-access-store.js';
import { openAuditLog } from '../../../../../control-server/src/adapters/audit/sqlite-audit-log.js';
import { HouseCopy } from '../../../../../control-server/src/adapters/house/house-copy.js';
import { houseTables } from '../../../../../control-server/src/adapters/house/house-tables.js';
import { sqliteJournal } from '../../../../../control-server/src/adapters/house/sqlite-journal.js';
import { openNotificationStore } from '../../../../../control-server/src/adapters/notifications/sqlite-notification-store.js';
import { openDatabase } from '../../../../../control-server/src/adapters/store/open-database.js';
import { openVersionStore } from '../../../../../control-server/src/adapters/store/sqlite-version-store.js';
import type { AuditEntry } from '../../../../../control-server/src/audit/audit-entry.js';
import type { HouseChange } from '../../../../../control-server/src/house/house-change.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-house-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

const good = <Value>(result: { ok: true; value: Value } | { ok: false; message: string }) => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

/** All that waits in a journal, taken out. */
const drain = (database: Database.Database): HouseChange[] => {
  const journal = sqliteJournal(database);
  const drained: HouseChange[] = [];
  for (;;) {
    const waiting = good(journal.waiting());
    const last = waiting.at(-1);
    if (last === undefined) return drained;
    drained.push(...waiting);
    journal.kept(last.number);
  }
};

const entry = (subject: string): AuditEntry => ({
  at: '2026-07-04T19:30:00.000Z',
  actor: 'kim',
  role: 'admin',
  action: 'account-added',
  subject,
  outcome: 'done',
  details: {},
  versions: {},
});

const rowsOf = (database: Database.Database) =>
  Object.fromEntries(
    houseTables(database).map(({ key, name }) => [
      name,
      database.prepare(`SELECT * FROM "${name}" ORDER BY ${key.join()}`).all(),
    ]),
  );

/** An owner's house in which much is done. */
const livedIn = async () => {
  const file = newFile();
  const database = new HouseCopy(file).own();
  const access = openAccessStore(file);
  const audit = openAuditLog(file);
  const { pictures, versions, close } = openVersionStore(file);
  const notifications = openNotificationStore(file);
  for (const name of ['kim', 'lee']) {
    access.addSession({ hash: `session of ${name}`, account: name, createdAt: 1, seenAt: 2 });
  }
  await audit.append([entry('one'), entry('two')]);
  await audit.append([entry('three')]);
  const bytes = Uint8Array.from([0, 255, 137, 80, 78, 71, 10]);
  pictures.keep({ id: 'a'.repeat(64), type: 'image/png', bytes, savedAt: 5, savedBy: 'kim' });
  versions.putInForce(1, 'kim', 6);
  const subscription = { p256dh: 'p', auth: 'a', account: 'kim', session: null, createdAt: 1 };
  notifications.subscribe({ ...subscription, id: 'old', endpoint: 'https://push.example/1' });
  notifications.subscribe({ ...subscription, id: 'new', endpoint: 'https://push.example/1' });
  return { file, database, access, audit, pictures, close };
};

describe('[U] a working copy of a house', () => {
  it('holds whatever was done in the other one, by whichever connection', async () => {
    const { database, pictures } = await livedIn();
    const copy = new HouseCopy(newFile());
    copy.take(drain(database));
    const there = copy.own();
    expect(rowsOf(there)).toEqual(rowsOf(database));
    expect(rowsOf(there).push_subscription).toMatchObject([{ id: 'new' }]);
    expect(good(pictures.read('a'.repeat(64)))?.bytes).toHaveLength(7);
  });

  it('follows what is changed and erased later, however often it has read before', async () => {
    const { access, database } = await livedIn();
    const copy = new HouseCopy(newFile());
    copy.take(drain(database));
    access.touchSession('session of kim', 99);
    access.endSession('session of lee');
    copy.take(drain(database));
    expect(rowsOf(copy.own())).toEqual(rowsOf(database));
  });

  it('[OW3] carries a chain on that can be verified from its first record', async () => {
    const { database } = await livedIn();
    const file = newFile();
    const copy = new HouseCopy(file);
    copy.take(drain(database));
    copy.own();
    const log = openAuditLog(file);
    expect(good(await log.append([entry('four')])).sequence).toBe(4);
    const records = [...log.records()];
    expect(records.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(JSON.parse(records[3]?.body ?? '')).toMatchObject({ previous: records[2]?.hash });
    log.close();
  });

  it('is guarded like any other once it is owned, and notes what is done from then on', async () => {
    const { database } = await livedIn();
    const copy = new HouseCopy(newFile());
    copy.take(drain(database));
    const there = copy.own();
    expect(drain(there)).toEqual([]);
    expect(() => there.exec('DELETE FROM audit_record')).toThrow('append-only');
    there.exec("INSERT INTO house_secret VALUES ('push-key', 'k')");
    expect(drain(there)).toMatchObject([{ name: 'house_secret', key: '["push-key"]' }]);
  });

  it('leaves out tables and columns that this release does not have', () => {
    const copy = new HouseCopy(newFile());
    const body = JSON.stringify({ name: 'push-key', text: 'k', colour: 'red' });
    copy.take([
      { name: 'house_secret', key: '["push-key"]', body },
      { name: 'of_a_later_release', key: '[1]', body: '{}' },
    ]);
    expect(rowsOf(copy.own()).house_secret).toEqual([{ name: 'push-key', text: 'k' }]);
  });

  it('never writes over the record of a server that was alone', () => {
    const file = newFile();
    openDatabase(file).close();
    expect(() => new HouseCopy(file)).toThrow(expect.objectContaining({ code: 'HOUSE_COPY' }));
  });

  it('begins anew where it was one before', async () => {
    const { close, database, file } = await livedIn();
    close();
    database.close();
    const again = new HouseCopy(file).own();
    expect(rowsOf(again).audit_record).toEqual([]);
  });
});
