import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCalendar } from '@throng/contract';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { floorPlanTable } from '../../../../control-server/src/adapters/store/floor-plan-table.js';
import { openDatabase } from '../../../../control-server/src/adapters/store/open-database.js';
import { openVersionStore } from '../../../../control-server/src/adapters/store/sqlite-version-store.js';
import type { NewPicture } from '../../../../control-server/src/venue-versions/floor-plan.js';
import type { NewVersion } from '../../../../control-server/src/venue-versions/version-store.js';
import { START, VENUE } from '../support/venue.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const open = () => {
  files += 1;
  const file = join(folder, `${files}.db`);
  return { file, ...openVersionStore(file) };
};
const made = (basedOn: number, note = ''): NewVersion => ({
  basedOn,
  note,
  source: 'editor',
  savedAt: START,
  savedBy: 'eva',
  venue: VENUE,
  calendar: emptyCalendar,
});

describe('[U] versions in SQLite', () => {
  it('are numbered from 1, newest first, and say which is in force', () => {
    const { versions } = open();
    expect(versions.save({ ...made(0, 'first'), source: 'file' })).toEqual({ ok: true, value: 1 });
    expect(versions.save(made(1, 'second'))).toEqual({ ok: true, value: 2 });
    expect(versions.inForce()).toEqual({ ok: true, value: undefined });
    versions.putInForce(1, 'eva', START);
    versions.putInForce(2, 'eva', START);
    versions.putInForce(1, 'eva', START);
    expect(versions.inForce()).toEqual({ ok: true, value: 1 });
    expect(versions.list()).toEqual({
      ok: true,
      value: [
        { version: 2, savedAt: START, savedBy: 'eva', note: 'second', isInForce: false },
        { version: 1, savedAt: START, savedBy: 'eva', note: 'first', isInForce: true },
      ],
    });
    expect(versions.read(2)).toEqual({
      ok: true,
      value: { version: 2, venue: VENUE, calendar: emptyCalendar },
    });
    expect(versions.read(3)).toEqual({ ok: true, value: undefined });
  });

  it('are made from the newest, also where two processes save at once', () => {
    const { file, versions } = open();
    const other = openVersionStore(file);
    versions.save(made(0));
    expect(other.versions.save(made(0))).toMatchObject({ ok: false, code: 'outdated' });
    expect(other.versions.save(made(1))).toEqual({ ok: true, value: 2 });
    expect(versions.save(made(1))).toMatchObject({ ok: false, code: 'outdated' });
    other.close();
  });

  it('put in force only what there is', () => {
    const { versions } = open();
    expect(versions.putInForce(4, 'eva', START)).toMatchObject({ ok: false });
    expect(versions.inForce()).toEqual({ ok: true, value: undefined });
  });

  it('remember what was last taken from the file, whatever was edited since', () => {
    const { versions } = open();
    versions.save({ ...made(0), source: 'file' });
    const taken = versions.lastFromFile();
    versions.save({ ...made(1), venue: { ...VENUE, name: 'Other' } });
    expect(versions.lastFromFile()).toEqual(taken);
    expect(taken).toMatchObject({ value: expect.stringContaining('"name":"Hall"') });
  });

  it('are never changed nor erased', () => {
    const { file, versions } = open();
    versions.save(made(0));
    versions.putInForce(1, 'eva', START);
    const database = new Database(file);
    for (const words of [
      "UPDATE venue_version SET note = ''",
      'DELETE FROM venue_version',
      'UPDATE venue_in_force SET version = 2',
      "UPDATE venue_in_force SET by = 'mallory'",
      "UPDATE venue_version SET saved_by = 'mallory'",
      'DELETE FROM venue_in_force',
      "INSERT INTO venue_version VALUES (7, 1, 'editor', 0, '', '', '{}')",
    ]) {
      expect(() => database.prepare(words).run(), words).toThrow(/append-only|without a gap/);
    }
    database.close();
  });
});

describe('[U] pictures in SQLite', () => {
  const picture = (id: string, size = 3): NewPicture => ({
    id,
    type: 'image/png',
    savedAt: START,
    savedBy: 'eva',
    bytes: new Uint8Array(size).fill(7),
  });

  it('are kept once and given back byte for byte', () => {
    const { pictures } = open();
    expect(pictures.has('ab')).toEqual({ ok: true, value: false });
    expect(pictures.keep(picture('ab'))).toMatchObject({ ok: true });
    expect(pictures.keep(picture('ab'))).toMatchObject({ ok: true });
    expect(pictures.has('ab')).toEqual({ ok: true, value: true });
    const read = pictures.read('ab');
    expect(read.ok && read.value?.type).toBe('image/png');
    expect(read.ok && [...(read.value?.bytes ?? [])]).toEqual([7, 7, 7]);
    expect(pictures.read('cd')).toEqual({ ok: true, value: undefined });
  });

  it('take no more room than they may', () => {
    const pictures = floorPlanTable(openDatabase(':memory:'), 10);
    pictures.keep(picture('big', 8));
    expect(pictures.keep(picture('ab', 3))).toMatchObject({ code: 'too-many-pictures' });
    expect(pictures.keep(picture('ab', 2))).toMatchObject({ ok: true });
  });
});
