import type Database from 'better-sqlite3';
import type { HistoryQuery, ZonePoint } from '../../store/measurement-store.js';

/**
 * Windows end at `at`, so the step that begins at b holds those with b < at ≤ b + step.
 * The casts make the division one of integers: numbers from JavaScript arrive as REAL.
 */
const HISTORY = `
SELECT step AS at,
       SUM(persons)           AS persons,
       SQRT(SUM(sigma*sigma)) AS sigma,
       SUM(area)              AS area,
       SUM(area * seconds)    AS areaSeconds,
       MAX(density_p95)       AS densityP95
FROM (
  SELECT @from + (CAST(at - 1 - @from AS INTEGER) / CAST(@step AS INTEGER)) * @step AS step,
         camera,
         AVG(persons)     AS persons,
         AVG(sigma)       AS sigma,
         AVG(area)        AS area,
         MIN(SUM(seconds), @step) AS seconds,
         MAX(density_p95) AS density_p95
  FROM zone_measurement
  WHERE zone = @zone AND at > @from AND at <= @to
  GROUP BY step, camera
)
GROUP BY step
ORDER BY step`;

/** Makes the function that reads one zone's past, a range of the primary key. */
export const historyReader = (
  database: Database.Database,
): ((query: HistoryQuery) => ZonePoint[]) => {
  const history = database.prepare<[HistoryQuery], ZonePoint>(HISTORY);
  return (query) => history.all(query);
};
