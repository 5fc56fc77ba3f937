import Database from 'better-sqlite3';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type EveningRow, knownMinutes } from '../../store/evening-row.js';

type Stored = Omit<EveningRow, 'minutes'> & { readonly minutes: string };

const minutesShape = Compile(Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()])));

/** A row whose minutes cannot be read is left out: nothing is learnt from it. */
const toRow = ({ minutes, ...row }: Stored): EveningRow[] => {
  const values: unknown = JSON.parse(minutes);
  return minutesShape.Check(values) ? [{ ...row, minutes: values }] : [];
};

const EVENINGS = `
SELECT event, zone, doors_at AS doorsAt, from_minute AS fromMinute, area, minutes
FROM evening_profile WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, zone`;

const reader = (database: Database.Database) => {
  const evenings = database.prepare<[string], Stored>(EVENINGS);
  return (events: readonly string[]): EveningRow[] =>
    evenings.all(JSON.stringify(events)).flatMap(toRow);
};

export const eveningTable = (database: Database.Database) => {
  const upsert = database.prepare(
    `INSERT INTO evening_profile VALUES (@event, @zone, @doorsAt, @fromMinute, @area, @minutes, @known)
     ON CONFLICT (event, zone) DO UPDATE
     SET doors_at = @doorsAt, from_minute = @fromMinute, area = @area, minutes = @minutes, known = @known
     WHERE doors_at <> @doorsAt OR known <= @known`,
  );
  const erase = database.prepare<[number]>('DELETE FROM evening_profile WHERE doors_at < ?');
  const keepAll = database.transaction((rows: readonly EveningRow[]) => {
    for (const row of rows) {
      upsert.run({ ...row, minutes: JSON.stringify(row.minutes), known: knownMinutes(row) });
    }
  });
  return {
    read: reader(database),
    keep: (rows: readonly EveningRow[]): void => keepAll(rows),
    forget: (before: number): void => {
      erase.run(before);
    },
  };
};

/**
 * What a store keeps of these events; the file is only read, and a server may be writing it. Empty
 * where an older release wrote it.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export const storedEvenings = (file: string, events: readonly string[]): EveningRow[] => {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const table = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'evening_profile'")
      .get();
    return table === undefined ? [] : reader(database)(events);
  } finally {
    database.close();
  }
};
