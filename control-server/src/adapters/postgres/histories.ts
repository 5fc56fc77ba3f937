import type { PoolClient } from 'pg';
import { LEAST_RECALL, type PassagePoint, type PassageQuery } from '../../store/event-record.js';
import type { CamerasQuery, HistoryQuery, ZonePoint } from '../../store/measurement-store.js';

/** Windows end at `at`, so the step that begins at b holds those with b < at ≤ b + step. */
const STEP = '$2::bigint + ((at - 1 - $2::bigint) / $4::bigint) * $4::bigint AS step';

const ZONES = `
SELECT step AS at, SUM(persons) AS persons, SQRT(SUM(sigma * sigma)) AS sigma, SUM(area) AS area,
       SUM(area * seconds) AS "areaSeconds", MAX(density_p95) AS "densityP95"
FROM (
  SELECT ${STEP}, camera, AVG(persons) AS persons, AVG(sigma) AS sigma, AVG(area) AS area,
         LEAST(SUM(seconds), $4::bigint) AS seconds, MAX(density_p95) AS density_p95
  FROM zone_measurement
  WHERE zone = $1 AND at > $2 AND at <= $3
  GROUP BY step, camera
) AS of_camera
GROUP BY step ORDER BY step`;

const PASSAGES = `
SELECT step AS at, SUM(crossed_in) AS "in", SUM(crossed_out) AS "out", MAX(seconds) AS seconds
FROM (
  SELECT ${STEP}, camera, SUM(in_count / recall) AS crossed_in, SUM(out_count / recall) AS crossed_out,
         SUM(seconds) AS seconds
  FROM passage_count
  WHERE passage = $1 AND at > $2 AND at <= $3 AND recall >= ${LEAST_RECALL}
  GROUP BY step, camera
) AS of_camera
GROUP BY step ORDER BY step`;

/** One zone's past, a range of the primary key. */
export const zoneHistory = async (
  client: PoolClient,
  { from, step, to, zone }: HistoryQuery,
): Promise<ZonePoint[]> => (await client.query<ZonePoint>(ZONES, [zone, from, to, step])).rows;

/** One passage's past, a range of the primary key. */
export const passageHistory = async (
  client: PoolClient,
  { from, passage, step, to }: PassageQuery,
): Promise<PassagePoint[]> =>
  (await client.query<PassagePoint>(PASSAGES, [passage, from, to, step])).rows;

const MEASURED_IN = {
  zone: 'zone_measurement WHERE zone = $1',
  passage: 'passage_count WHERE passage = $1',
} as const;

/** The cameras that measured a place. */
export const camerasOf = async (
  client: PoolClient,
  { from, kind, place, to }: CamerasQuery,
): Promise<string[]> => {
  const { rows } = await client.query<{ camera: string }>(
    `SELECT DISTINCT camera COLLATE "C" AS camera FROM ${MEASURED_IN[kind]}
       AND at > $2 AND at <= $3 ORDER BY 1`,
    [place, from, to],
  );
  return rows.map(({ camera }) => camera);
};
