import type Database from 'better-sqlite3';
import { LEAST_RECALL, type PassagePoint, type PassageQuery } from '../../store/event-record.js';

/** Steps as in a zone's history: the one that begins at b holds windows with b < at ≤ b + step. */
const HISTORY = `
SELECT step AS at,
       SUM(crossed_in)  AS "in",
       SUM(crossed_out) AS "out",
       MAX(seconds)     AS seconds
FROM (
  SELECT @from + (CAST(at - 1 - @from AS INTEGER) / CAST(@step AS INTEGER)) * @step AS step,
         camera,
         SUM(in_count / recall)  AS crossed_in,
         SUM(out_count / recall) AS crossed_out,
         SUM(seconds)            AS seconds
  FROM passage_count
  WHERE passage = @passage AND at > @from AND at <= @to AND recall >= ${LEAST_RECALL}
  GROUP BY step, camera
)
GROUP BY step
ORDER BY step`;

/** Makes the function that reads one passage's past, a range of the primary key. */
export const passageReader = (
  database: Database.Database,
): ((query: PassageQuery) => PassagePoint[]) => {
  const history = database.prepare<[PassageQuery], PassagePoint>(HISTORY);
  return (query) => history.all(query);
};
