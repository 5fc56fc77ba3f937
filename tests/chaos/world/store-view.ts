import Database from 'better-sqlite3';
import type { StoredRow } from './measured.js';

/** The transitions of one alert that counts: how often it was raised, how often cleared. */
export interface AlertStory {
  readonly raised: number;
  readonly cleared: number;
}

const reading = <Value>(file: string, read: (database: Database.Database) => Value): Value => {
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    return read(database);
  } finally {
    database.close();
  }
};

/** Every measurement that the server wrote; read from outside, while it runs or not. */
export const storedRows = (file: string): StoredRow[] =>
  reading(file, (database) =>
    database.prepare<[], StoredRow>('SELECT camera, at FROM zone_measurement').all(),
  );

/** What the server's record says of the density alert of a zone. */
export const densityAlert = (file: string, zone: string): AlertStory =>
  reading(file, (database) => {
    const of = (kind: string): number =>
      database
        .prepare<[string, string], { n: number }>(
          `SELECT COUNT(*) AS n FROM alert_transition WHERE kind = ?
           AND body ->> '$.reason.kind' = 'density' AND body ->> '$.reason.zone' = ?`,
        )
        .get(kind, zone)?.n ?? 0;
    return { raised: of('raised'), cleared: of('cleared') };
  });
