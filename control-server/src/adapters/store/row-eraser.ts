import type Database from 'better-sqlite3';

/** Seconds of one zone or passage that one slice erases: some thousands of rows, a few milliseconds. */
const SLICE_SECONDS = 1_800;

const sliceOf = (database: Database.Database, table: string, key: string) => {
  const next = database.prepare<[string], { name: string; oldest: number }>(
    `SELECT ${key} AS name, at AS oldest FROM ${table} WHERE ${key} > ? ORDER BY ${key}, at LIMIT 1`,
  );
  const erase = database.prepare<[string, number]>(
    `DELETE FROM ${table} WHERE ${key} = ? AND at < ?`,
  );
  /** The first name with something old, found by walking from name to name along the index. */
  return (before: number): boolean => {
    for (let row = next.get(''); row !== undefined; row = next.get(row.name)) {
      if (row.oldest >= before) continue;
      erase.run(row.name, Math.min(before, row.oldest + SLICE_SECONDS));
      return true;
    }
    return false;
  };
};

/** Makes the function that erases one slice of what is older than `before` (epoch seconds). */
export const rowEraser = (database: Database.Database): ((before: number) => boolean) => {
  const zones = sliceOf(database, 'zone_settled', 'zone');
  const passages = sliceOf(database, 'passage_settled', 'passage');
  const alerts = database.prepare<[number]>('DELETE FROM alert WHERE cleared_at < ?');
  const transitions = database.prepare<[number]>(
    `DELETE FROM alert_transition
     WHERE at < ? AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.id = alert_id)`,
  );
  const deliveries = database.prepare<[number]>('DELETE FROM delivery WHERE at < ?');
  // What came late and is old already has not settled yet.
  const recent = ['zone_recent', 'passage_recent'].map((table) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE at < ?`),
  );
  return database.transaction((before: number) => {
    for (const table of recent) table.run(before);
    if (zones(before) || passages(before)) return true;
    alerts.run(before * 1_000);
    transitions.run(before * 1_000);
    deliveries.run(before);
    return false;
  });
};
