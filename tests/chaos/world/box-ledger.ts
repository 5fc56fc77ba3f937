import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** One second that a box measured, all its cameras at once. */
export interface MeasuredSecond {
  readonly bootId: string;
  readonly sequence: number;
  /** End of the window, epoch seconds. */
  readonly at: number;
}

/** All that a box wrote down before it handed it to its outbox. */
export const readLedger = (file: string): MeasuredSecond[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [bootId = '', sequence, at] = line.split(' ');
      return { bootId, sequence: Number(sequence), at: Number(at) };
    });

/** Sequence of the newest window of a run in the spool of a box that is dead; -1 for none. */
export const newestSpooled = (spool: string, bootId: string): number => {
  if (!existsSync(spool)) return -1;
  const database = new Database(spool, { readonly: true });
  try {
    const row = database
      .prepare<[string], { newest: number | null }>(
        `SELECT MAX(payload ->> 'sequence') AS newest
         FROM (SELECT CAST(payload AS TEXT) AS payload FROM window) WHERE payload ->> 'bootId' = ?`,
      )
      .get(bootId);
    return row?.newest ?? -1;
  } finally {
    database.close();
  }
};
