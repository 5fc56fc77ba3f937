import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import { AuditRecord } from '../../audit/audit-entry.js';
import { redactedBody, redactionDigest } from '../../audit/redaction.js';
import { ALERT_BODIES, type NamingTable, replaceName } from '../store/name-replacer.js';
import { sha256 } from './sha256.js';

const recordShape = Compile(AuditRecord);

/** Bodies with names in them: of people who handled an alert, or stopped a show. */
const BODIES: readonly NamingTable[] = [...ALERT_BODIES, ['show_stop', 'only']];

/** Columns that say who did something: `by` and `…_by`, in whichever table they stand. */
const columnsOfPeople = (database: Database.Database) =>
  database
    .prepare<[], { readonly place: string; readonly field: string }>(
      `SELECT schema.name AS place, part.name AS field
       FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS part
       WHERE schema.type = 'table' AND (part.name = 'by' OR part.name LIKE '%\\_by' ESCAPE '\\')`,
    )
    .all();

/** Tables of what belongs to an account and goes with it. */
const OWN = ['session', 'one_time_link', 'push_subscription'] as const;

/** What an erasure did: records of the audit log that it changed, and the digest of what is left. */
export interface Erased {
  readonly records: number;
  readonly digest: string;
}

/**
 * Makes the function that erases an account and puts a pseudonym wherever its name stood: in one
 * transaction, put on record by `vouch` before it is done. What people wrote in comments stays as it is.
 */
export const nameEraser = (
  database: Database.Database,
  vouch: (pseudonym: string, erased: Erased) => void,
): ((name: string, pseudonym: string) => Erased) => {
  const records = database.prepare<[string], { sequence: number; body: string }>(
    'SELECT sequence, body FROM audit_record WHERE instr(body, ?) > 0 ORDER BY sequence',
  );
  const redact = database.prepare<[string, number, string]>(
    'INSERT INTO audit_redaction VALUES (?, ?, ?)',
  );
  const rewrite = database.prepare<[string, number]>(
    'UPDATE audit_record SET body = ? WHERE sequence = ?',
  );
  const account = database.prepare<[string]>('DELETE FROM account WHERE name = ?');
  return database.transaction((name: string, pseudonym: string): Erased => {
    const changed = records.all(JSON.stringify(name)).flatMap(({ body, sequence }) => {
      const record: unknown = JSON.parse(body);
      const text = recordShape.Check(record) ? redactedBody(record, name, pseudonym) : undefined;
      return text === undefined ? [] : [{ sequence, text, textHash: sha256(text) }];
    });
    const erased = { records: changed.length, digest: redactionDigest(changed, sha256) };
    vouch(pseudonym, erased);
    for (const { sequence, text, textHash } of changed) {
      redact.run(pseudonym, sequence, textHash);
      rewrite.run(text, sequence);
    }
    for (const { field, place } of columnsOfPeople(database)) {
      database
        .prepare(`UPDATE "${place}" SET "${field}" = ? WHERE "${field}" = ?`)
        .run(pseudonym, name);
    }
    for (const table of BODIES) replaceName(database, table, name, pseudonym);
    for (const table of OWN) database.prepare(`DELETE FROM ${table} WHERE account = ?`).run(name);
    account.run(name);
    return erased;
  }).immediate;
};
