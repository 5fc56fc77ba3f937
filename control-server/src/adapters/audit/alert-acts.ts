import { fromTimestamp, toTimestamp } from '@throng/contract';
import Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import { AuditRecord } from '../../audit/audit-entry.js';
import { SERVER } from '../../audit/recorder.js';
import type { AlertAct } from '../../event-report/alert-stories.js';

const shape = Compile(AuditRecord);

const ACTS = `
SELECT body FROM (
  SELECT sequence, body, IIF(json_valid(body), body ->> '$.at', '') AS at,
         IIF(json_valid(body), body ->> '$.action', '') AS action
  FROM audit_record
)
WHERE at >= @from AND at < @to AND action LIKE 'alert-%'
ORDER BY sequence`;

/**
 * What people did to alerts in a period (epoch seconds), as the audit log tells; empty where an
 * older release wrote the file, which is only read.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export const alertActs = (file: string, from: number, to: number): AlertAct[] => {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const table = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit_record'")
      .get();
    if (table === undefined) return [];
    const period = { from: toTimestamp(from * 1_000), to: toTimestamp(to * 1_000) };
    const rows = database.prepare<[object], { body: string }>(ACTS).all(period);
    return rows.flatMap(({ body }): AlertAct[] => {
      const record: unknown = JSON.parse(body);
      if (!shape.Check(record) || record.actor === SERVER.name || record.outcome !== 'done')
        return [];
      const { action, actor, at, subject } = record;
      return [{ alert: subject, at: fromTimestamp(at) / 1_000, by: actor, kind: action }];
    });
  } finally {
    database.close();
  }
};
