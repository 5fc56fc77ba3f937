import type Database from 'better-sqlite3';
import type { CamerasQuery } from '../../store/measurement-store.js';

/** Makes the function that tells which cameras measured a place, a range of the primary key. */
export const camerasReader = (database: Database.Database): ((query: CamerasQuery) => string[]) => {
  const of = (table: string, key: string) =>
    database.prepare<[CamerasQuery], { camera: string }>(
      `SELECT DISTINCT camera FROM ${table}
       WHERE ${key} = @place AND at > @from AND at <= @to ORDER BY camera`,
    );
  const cameras = {
    zone: of('zone_measurement', 'zone'),
    passage: of('passage_count', 'passage'),
  };
  return (query) => cameras[query.kind].all(query).map(({ camera }) => camera);
};
