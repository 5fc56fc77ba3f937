import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { storedEvenings } from '../../../../control-server/src/adapters/store/evening-table.js';
import { MIGRATIONS } from '../../../../control-server/src/adapters/store/migrations/index.js';
import { openSqliteStore } from '../../../../control-server/src/adapters/store/sqlite-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';
import { alertAt, describeStore, eveningRow, zoneRow } from './store-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

describeStore('SQLite', () => openSqliteStore({ file: newFile() }));

const oneRow = { ...noRows, zones: [zoneRow()] };
const query = { zone: 'west', from: 0, to: 2_000, step: 1 };

describe('[U] SQLite store', () => {
  it('keeps what was written when it is opened again', async () => {
    const file = newFile();
    const first = openSqliteStore({ file });
    await first.write({
      ...oneRow,
      transitions: [{ kind: 'raised', alert: alertAt('a', '19:00:00') }],
    });
    await first.close();
    const second = openSqliteStore({ file });
    expect(await second.zoneHistory(query)).toMatchObject({ ok: true, value: [{ persons: 10 }] });
    expect(await second.activeAlerts()).toMatchObject({ ok: true, value: [{ id: 'a' }] });
    await second.close();
  });

  it('writes a tick wholly or not at all, says that it is locked, and works again after', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(await store.write(oneRow)).toMatchObject({ ok: false, code: 'locked' });
    other.exec('ROLLBACK');
    other.close();
    expect(await store.zoneHistory(query)).toEqual({ ok: true, value: [] });
    expect(await store.write(oneRow)).toMatchObject({ ok: true });
    await store.close();
  });

  it('says that the disk is full, and keeps what it had', async () => {
    const file = newFile();
    const small = openSqliteStore({ file, maxMegabytes: 1 });
    await small.write(oneRow);
    const flood = Array.from({ length: 60_000 }, (_, index) => zoneRow({ at: 2_000 + index }));
    expect(await small.write({ ...noRows, zones: flood })).toMatchObject({
      ok: false,
      code: 'full',
    });
    expect(await small.zoneHistory(query)).toMatchObject({ ok: true, value: [{ persons: 10 }] });
    await small.close();
  });

  it('refuses a file that is no database', () => {
    const file = newFile();
    writeFileSync(file, 'this is a shopping list, not a database, and long enough to be looked at');
    expect(() => openSqliteStore({ file })).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    );
  });

  it('refuses a store that a newer release has written', () => {
    const file = newFile();
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openSqliteStore({ file })).toThrow(
      expect.objectContaining({
        code: 'NEWER_STORE',
        message: expect.stringContaining('version 99'),
      }),
    );
  });

  it('brings a store of an older release up to date, and keeps what it held', async () => {
    const file = newFile();
    const older = new Database(file);
    const [first = '', second = ''] = MIGRATIONS;
    older.exec(first);
    older.exec(second);
    older.exec("INSERT INTO zone_measurement VALUES ('west', 1000, 'south', 1, 10, 3, 50, 0.4)");
    older.pragma('user_version = 2');
    older.close();
    expect(storedEvenings(file, ['opening'])).toEqual([]);
    const store = openSqliteStore({ file });
    expect(await store.zoneHistory(query)).toMatchObject({ ok: true, value: [{ persons: 10 }] });
    expect(await store.keepEvenings([eveningRow()])).toMatchObject({ ok: true });
    expect(storedEvenings(file, ['opening'])).toEqual([eveningRow()]);
    await store.close();
  });

  it('leaves out an evening that it cannot read', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    await store.keepEvenings([eveningRow(), eveningRow({ zone: 'east' })]);
    const other = new Database(file);
    other.exec(`UPDATE evening_profile SET minutes = '["many"]' WHERE zone = 'east'`);
    other.close();
    expect(await store.evenings(['opening'])).toEqual({ ok: true, value: [eveningRow()] });
    await store.close();
  });

  it('holds a row once while it settles, whichever copy came first', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    const row = { zone: 'west', camera: 'south', seconds: 1, sigma: 3, area: 50, densityP95: 0.4 };
    const second = (at: number, persons: number) =>
      store.write({ ...noRows, zones: [{ ...row, at, persons }] });
    // Two minutes: each zone has had its turn, and its last rows have not.
    for (let at = 1; at <= 120; at += 1) await second(at, 10);
    // What comes again stays as it was, be its first copy settled or not.
    for (const at of [1, 119, 120]) await second(at, 99);
    const history = await store.zoneHistory({ zone: 'west', from: 0, to: 120, step: 1 });
    if (!history.ok) throw new Error(history.message);
    expect(history.value.map(({ at }) => at)).toEqual(Array.from({ length: 120 }, (_, at) => at));
    expect(history.value.every(({ persons }) => persons === 10)).toBe(true);
    await store.close();
    const database = new Database(file);
    const settled = database.prepare('SELECT count(*) AS rows FROM zone_settled').get();
    const kept = database.prepare('SELECT count(*) AS rows FROM zone_measurement').get();
    database.close();
    expect(settled).not.toEqual({ rows: 0 });
    expect(kept).toEqual({ rows: 120 });
  });

  it('reads one zone of a whole evening by the index alone', () => {
    const file = newFile();
    openSqliteStore({ file }).close();
    const database = new Database(file);
    const plan = database
      .prepare(
        'EXPLAIN QUERY PLAN SELECT * FROM zone_measurement WHERE zone = ? AND at > ? AND at <= ?',
      )
      .all('west', 0, 1);
    database.close();
    expect(JSON.stringify(plan)).toMatch(
      /SEARCH zone_settled USING PRIMARY KEY \(zone=\? AND at>\? AND at<\?\)/,
    );
  });
});
