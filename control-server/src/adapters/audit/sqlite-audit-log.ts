import { Compile } from 'typebox/compile';
import { type AuditEntry, AuditRecord } from '../../audit/audit-entry.js';
import type { AuditLog, AuditQuery, AuditReader, KeptRecord } from '../../audit/audit-log.js';
import { type ChainHead, EMPTY_CHAIN, seal } from '../../audit/hash-chain.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';
import { sha256 } from './sha256.js';

export interface SqliteAuditLog extends AuditLog, AuditReader {
  close(): void;
}

const recordShape = Compile(AuditRecord);

const readRecord = ({ body }: { readonly body: string }): AuditRecord[] => {
  const value: unknown = JSON.parse(body);
  return recordShape.Check(value) ? [value] : [];
};

/**
 * Opens the audit log in the store's file. Several processes may write: the head is read and the record
 * added in one transaction. FULL: an act that was confirmed survives a power cut.
 *
 * @throws when the file cannot be opened.
 */
export const openAuditLog = (file: string): SqliteAuditLog => {
  const database = openDatabase(file);
  database.pragma('synchronous = FULL');
  const last = database.prepare<[], ChainHead>(
    'SELECT sequence, hash FROM audit_record ORDER BY sequence DESC LIMIT 1',
  );
  const insert = database.prepare('INSERT INTO audit_record VALUES (@sequence, @body, @hash)');
  const all = database.prepare<[], KeptRecord>(
    `SELECT sequence, body, hash, IIF(json_valid(body), body ->> '$.at', '') AS at
     FROM audit_record ORDER BY sequence`,
  );
  const find = database.prepare<[object], { body: string }>(
    `SELECT body FROM audit_record
     WHERE (@from IS NULL OR body ->> '$.at' >= @from) AND (@to IS NULL OR body ->> '$.at' < @to)
       AND (@actor IS NULL OR body ->> '$.actor' = @actor)
       AND (@action IS NULL OR body ->> '$.action' = @action)
       AND (@before IS NULL OR sequence < @before)
     ORDER BY sequence DESC LIMIT @limit`,
  );
  const head = (): ChainHead => last.get() ?? EMPTY_CHAIN;
  const append = database.transaction((entries: readonly AuditEntry[]): ChainHead => {
    let end = head();
    for (const entry of entries) {
      const sealed = seal(end, entry, sha256);
      insert.run(sealed);
      end = { sequence: sealed.sequence, hash: sealed.hash };
    }
    return end;
  });
  return {
    append: async (entries) => attempt(database, () => append.immediate(entries)),
    head: () => attempt(database, head),
    find: (query: AuditQuery) =>
      attempt(database, () =>
        find
          .all({ from: null, to: null, actor: null, action: null, before: null, ...query })
          .flatMap(readRecord),
      ),
    records: () => all.iterate(),
    close: () => database.close(),
  };
};
