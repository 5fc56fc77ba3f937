import { fail, ok } from '@throng/contract';
import type Database from 'better-sqlite3';
import type { KeptVersion, VersionHead } from '../../venue-versions/venue-version.js';
import { contentText } from '../../venue-versions/venue-version.js';
import type { NewVersion, VersionStore } from '../../venue-versions/version-store.js';
import { attempt } from './store-fault.js';

type StoredHead = Omit<VersionHead, 'isInForce'>;

const readContent = (version: number, body: string): KeptVersion => {
  const value: unknown = JSON.parse(body);
  return {
    version,
    venue: Reflect.get(Object(value), 'venue'),
    calendar: Reflect.get(Object(value), 'calendar'),
  };
};

/** The versions of the venue in an open database. */
export const venueVersionTable = (database: Database.Database): VersionStore => {
  const heads = database.prepare<[], StoredHead>(
    `SELECT version, saved_at AS savedAt, saved_by AS savedBy, note
     FROM venue_version ORDER BY version DESC`,
  );
  const body = database.prepare<[number], { body: string }>(
    'SELECT body FROM venue_version WHERE version = ?',
  );
  const fromFile = database.prepare<[], { body: string }>(
    "SELECT body FROM venue_version WHERE source = 'file' ORDER BY version DESC LIMIT 1",
  );
  const present = database.prepare<[], { version: number }>(
    'SELECT version FROM venue_in_force ORDER BY number DESC LIMIT 1',
  );
  const newest = database.prepare<[], { version: number }>(
    'SELECT IFNULL(MAX(version), 0) AS version FROM venue_version',
  );
  const add = database.prepare(
    `INSERT INTO venue_version
     VALUES (@version, @basedOn, @source, @savedAt, @savedBy, @note, @body)`,
  );
  const enter = database.prepare<[number, number, string]>(
    'INSERT INTO venue_in_force (version, at, by) VALUES (?, ?, ?)',
  );
  const save = database.transaction((made: NewVersion): number | undefined => {
    const { basedOn, note, savedAt, savedBy, source } = made;
    const last = newest.get()?.version ?? 0;
    if (last !== basedOn) return undefined;
    const version = last + 1;
    add.run({ version, basedOn, source, savedAt, savedBy, note, body: contentText(made) });
    return version;
  });
  return {
    list: () =>
      attempt(database, () => {
        const inForce = present.get()?.version;
        return heads.all().map((head) => ({ ...head, isInForce: head.version === inForce }));
      }),
    read: (version) =>
      attempt(database, () => {
        const found = body.get(version);
        return found === undefined ? undefined : readContent(version, found.body);
      }),
    lastFromFile: () => attempt(database, () => fromFile.get()?.body),
    inForce: () => attempt(database, () => present.get()?.version),
    save: (made) => {
      const saved = attempt(database, () => save.immediate(made));
      if (!saved.ok) return saved;
      return saved.value === undefined
        ? fail('outdated', `version ${made.basedOn} is not the newest any more`)
        : ok(saved.value);
    },
    putInForce: (version, by, at) =>
      attempt(database, () => {
        enter.run(version, at, by);
      }),
  };
};
