import type Database from 'better-sqlite3';
import type { SpoolLimits } from '../../ports/window-spool.js';
import { Thinning } from '../../spool/thinning.js';

/** Windows looked at in one step … */
const SLICE = 512;
/** … and steps in one transaction: a tick never waits long, however much must go. */
const STEPS = 20;
/** Free pages that stay in the file, ready for the next windows. */
const SPARE_PAGES = 4_096;

interface Row {
  readonly id: number;
  readonly start: number;
}

/** Keeps the file within its bounds: gives up what is too old, and thins while the file is too large. */
export const spoolRoom = (database: Database.Database, limits: SpoolLimits) => {
  const slice = database.prepare<[number, number], Row>(
    `SELECT id, start FROM window WHERE id > ? AND id <= ? ORDER BY id LIMIT ${SLICE}`,
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
  const thinning = new Thinning();

  const expire = (before: number): number => {
    if ((oldest.get()?.start ?? before) >= before) return 0;
    const rows = slice.all(0, Number.MAX_SAFE_INTEGER);
    const young = rows.findIndex(({ start }) => start >= before);
    return eraseAll(rows.slice(0, young < 0 ? rows.length : young).map(({ id }) => id));
  };

  /** Makes room in a spool of so many windows, as of `now` (epoch ms). */
  const makeRoom = (windows: number, now: number) => {
    const expired = expire(now - limits.ageMs);
    let thinned = 0;
    if (bytesUsed() < limits.bytes / 2) thinning.reset();
    for (let step = 0; step < STEPS && bytesUsed() > limits.bytes; step += 1) {
      const left = windows - expired - thinned;
      thinned += eraseAll(
        thinning.next({
          slice: (after, upTo) => slice.all(after, upTo),
          middle: () => (left < 2 ? 0 : (middle.get(Math.floor(left / 2) - 1)?.id ?? 0)),
        }),
      );
    }
    return { expired, thinned };
  };

  /** Gives free pages back to the disk, some at a time. */
  const shrink = (): void => {
    if (number('freelist_count') > SPARE_PAGES) database.pragma(`incremental_vacuum(${SLICE})`);
  };
  return { makeRoom, bytesUsed, shrink };
};
