import type Database from 'better-sqlite3';
import type {
  SpoolContent,
  SpooledWindow,
  SpoolLimits,
  SpoolResult,
  WindowSpool,
} from '../../ports/window-spool.js';
import { attempt, openSpoolFile } from './spool-file.js';
import { spoolRoom } from './spool-room.js';

/** Ids looked at in one step of reading. */
const CHUNK = 500;

/** The windows in one SQLite file. */
export class SqliteSpool implements WindowSpool {
  readonly #insert: Database.Statement<[SpooledWindow]>;
  readonly #idsBelow: Database.Statement<[number], { id: number }>;
  readonly #window: Database.Statement<[number], SpooledWindow>;
  readonly #delete: Database.Statement<[number]>;
  readonly #ends: Database.Statement<[], { start: number | null; newestId: number | null }>;
  readonly #room: ReturnType<typeof spoolRoom>;
  #windows: number;
  #thinned = 0;
  #expired = 0;

  /** @throws SqliteError, or an error of the file system; `openSqliteSpool` tells them apart. */
  constructor(
    private readonly database: Database.Database,
    limits: SpoolLimits,
  ) {
    const { count } = database
      .prepare<[], { count: number }>('SELECT COUNT(*) AS count FROM window')
      .get() ?? { count: 0 };
    this.#windows = count;
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO window VALUES (@id, @topic, @start, @payload)',
    );
    this.#idsBelow = database.prepare(
      `SELECT id FROM window WHERE id < ? ORDER BY id DESC LIMIT ${CHUNK}`,
    );
    this.#window = database.prepare('SELECT id, topic, start, payload FROM window WHERE id = ?');
    this.#delete = database.prepare('DELETE FROM window WHERE id = ?');
    this.#ends = database.prepare(
      `SELECT (SELECT start FROM window ORDER BY id LIMIT 1) AS start,
              (SELECT MAX(id) FROM window) AS newestId`,
    );
    this.#room = spoolRoom(database, limits);
  }

  append(windows: readonly SpooledWindow[], now: number): SpoolResult<void> {
    const write = this.database.transaction(() => {
      const added = windows.reduce((sum, window) => sum + this.#insert.run(window).changes, 0);
      return { added, ...this.#room.makeRoom(this.#windows + added, now) };
    });
    return attempt(() => {
      const { added, expired, thinned } = write();
      this.#windows += added - expired - thinned;
      this.#expired += expired;
      this.#thinned += thinned;
    });
  }

  newest(
    below: number,
    limit: number,
    isTaken: (id: number) => boolean,
  ): SpoolResult<SpooledWindow[]> {
    return attempt(() => {
      const found: number[] = [];
      let cursor = below;
      while (found.length < limit) {
        const ids = this.#idsBelow.all(cursor).map(({ id }) => id);
        found.push(...ids.filter((id) => !isTaken(id)));
        if (ids.length < CHUNK) break;
        cursor = ids.at(-1) ?? 0;
      }
      return found.slice(0, limit).flatMap((id) => this.#window.get(id) ?? []);
    });
  }

  forget(ids: readonly number[]): SpoolResult<void> {
    const erase = this.database.transaction(() =>
      ids.reduce((sum, id) => sum + this.#delete.run(id).changes, 0),
    );
    return attempt(() => {
      this.#windows -= erase();
      this.#room.shrink();
    });
  }

  /** What cannot be read of a damaged file is left out. */
  content(): SpoolContent {
    const ends = attempt(() => this.#ends.get());
    const bytes = attempt(() => this.#room.bytesUsed());
    return {
      windows: this.#windows,
      bytes: bytes.ok ? bytes.value : 0,
      oldest: (ends.ok ? ends.value?.start : null) ?? undefined,
      newestId: (ends.ok ? ends.value?.newestId : null) ?? 0,
      thinned: this.#thinned,
      expired: this.#expired,
    };
  }

  close(): void {
    this.database.close();
  }
}

/** Opens the file, or says why it cannot be used. */
export const openSqliteSpool = (file: string, limits: SpoolLimits): SpoolResult<WindowSpool> =>
  attempt(() => {
    const database = openSpoolFile(file);
    try {
      return new SqliteSpool(database, limits);
    } catch (error) {
      database.close();
      throw error;
    }
  });
