import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface StoredWindows {
  /** Measurements of the camera that the server's store holds. */
  readonly rows: number;
  /** Windows of each of its runs that the server has taken, by the sequence of the newest. */
  readonly runs: readonly { readonly taken: number; readonly missing: number }[];
}

/** What a server in `folder` has on disk of one camera; read while it runs. */
export const storedWindows = (folder: string, camera: string): StoredWindows => {
  const database = new Database(join(folder, 'throng.db'), { readonly: true });
  try {
    const { rows } = database
      .prepare<[string], { rows: number }>(
        'SELECT COUNT(*) AS rows FROM zone_measurement WHERE camera = ?',
      )
      .get(camera) ?? { rows: 0 };
    const runs = database
      .prepare<[string], { highest: number; missing: number }>(
        `SELECT highest, (SELECT IFNULL(SUM((gap.value ->> 1) - (gap.value ->> 0) + 1), 0)
                          FROM json_each(gaps) AS gap) AS missing
         FROM delivery WHERE camera = ? ORDER BY at`,
      )
      .all(camera);
    return {
      rows,
      runs: runs.map(({ highest, missing }) => ({ taken: highest + 1 - missing, missing })),
    };
  } finally {
    database.close();
  }
};
