import type Database from 'better-sqlite3';
import type { SpoolLimits } from '../../ports/window-spool.js';
import { everySecond } from '../../spool/every-second.js';

/** Windows looked at in one slice … */
const SLICE = 512;
/** … and slices in one transaction: a tick never waits long, however much must go. */
const SLICES = 20;

/** Free pages that stay in the file, ready for the next windows. */
const SPARE_PAGES = 4_096;

interface Row {
  readonly id: number;
  readonly topic: string;
  readonly start: number;
}

/**
 * Keeps the file within its bounds: gives up what is too old, and then thins the oldest half while the file
 * is above its bound. A pass goes through that half from old to new, slice by slice; the next pass
 * begins at the oldest again, so that history thins out the more the older it is.
 */
export const spoolRoom = (database: Database.Database, limits: SpoolLimits) => {
  const slice = database.prepare<[number, number], Row>(
    `SELECT id, topic, start FROM window WHERE id > ? AND id <= ? ORDER BY id LIMIT ${SLICE}`,
  );
  const middle = database.prepare<[number], { id: number }>(
    'SELECT id FROM window ORDER BY id LIMIT 1 OFFSET ?',
  );
  const oldest = database.prepare<[], { start: number }>(
    'SELECT start FROM window ORDER BY id LIMIT 1',
  );
  const erase = database.prepare<[number]>('DELETE FROM window WHERE id = ?');
  const eraseAll = (ids: readonly number[]): number => {
    for (const id of ids) erase.run(id);
    return ids.length;
  };
  const number = (pragma: string) => Number(database.pragma(pragma, { simple: true }));
  const pageBytes = number('page_size');
  const bytesUsed = (): number => (number('page_count') - number('freelist_count')) * pageBytes;

  const expire = (before: number): number => {
    if ((oldest.get()?.start ?? before) >= before) return 0;
    const rows = slice.all(0, Number.MAX_SAFE_INTEGER);
    const young = rows.findIndex(({ start }) => start >= before);
    return eraseAll(rows.slice(0, young < 0 ? rows.length : young).map(({ id }) => id));
  };

  let pass = { at: 0, end: 0 };
  let freed = 0;
  const thin = (windows: number): number => {
    let rows = slice.all(pass.at, pass.end);
    if (rows.length === 0) {
      // A pass that freed nothing met one window of each camera: then the oldest goes.
      const begun = pass.end > 0;
      const end = middle.get(Math.ceil(windows / 2) - 1)?.id ?? 0;
      pass = { at: 0, end };
      rows = slice.all(0, end);
      if (begun && freed === 0) return eraseAll(rows.slice(0, 1).map(({ id }) => id));
      freed = 0;
    }
    pass = { ...pass, at: rows.at(-1)?.id ?? pass.end };
    const gone = eraseAll(everySecond(rows));
    freed += gone;
    return gone;
  };

  const makeRoom = (windows: number, now: number) => {
    const expired = expire(now - limits.ageMs);
    let thinned = 0;
    for (let count = 0; count < SLICES && bytesUsed() > limits.bytes; count += 1) {
      if (windows - expired - thinned <= 1) break;
      thinned += thin(windows - expired - thinned);
    }
    return { expired, thinned };
  };
  /** Gives free pages back to the disk, some at a time. */
  const shrink = (): void => {
    if (number('freelist_count') > SPARE_PAGES) database.pragma(`incremental_vacuum(${SLICE})`);
  };
  return { makeRoom, bytesUsed, shrink };
};
