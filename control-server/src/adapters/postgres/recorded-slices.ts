import type { PoolClient } from 'pg';
import type { RecordedPeriod, RecordedRows } from '../../store/recorded-rows.js';
import type { PassageRow, ZoneRow } from '../../store/rows.js';

const ZONES = `
SELECT zone, at, camera, seconds, persons, sigma, area, density_p95 AS "densityP95"
FROM zone_measurement WHERE at > $1 AND at <= $2`;

const PASSAGES = `
SELECT passage, at, camera, seconds, in_count AS "in", out_count AS "out", recall
FROM passage_count WHERE at > $1 AND at <= $2`;

interface Gathered extends RecordedRows {
  readonly zones: ZoneRow[];
  readonly passages: PassageRow[];
}

const byTime = (a: RecordedRows, b: RecordedRows): number =>
  a.at - b.at || (a.camera < b.camera ? -1 : 1);

/** What the store keeps of a short period, window by window in the order of time. */
export const recordedSlice = async (
  client: PoolClient,
  { from, to }: RecordedPeriod,
): Promise<RecordedRows[]> => {
  const windows = new Map<string, Gathered>();
  const windowOf = ({ at, camera, seconds }: ZoneRow | PassageRow): Gathered => {
    const key = `${at} ${camera}`;
    const window = windows.get(key) ?? { at, camera, seconds, zones: [], passages: [] };
    windows.set(key, window);
    return window;
  };
  const zones = await client.query<ZoneRow>(ZONES, [from, to]);
  for (const row of zones.rows) windowOf(row).zones.push(row);
  const passages = await client.query<PassageRow>(PASSAGES, [from, to]);
  for (const row of passages.rows) windowOf(row).passages.push(row);
  return [...windows.values()].sort(byTime);
};
