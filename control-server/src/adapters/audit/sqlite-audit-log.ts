import { Compile } from 'typebox/compile';
import { type AuditEntry, AuditRecord } from '../../audit/audit-entry.js';
import type {
  AuditLog,
  AuditQuery,
  AuditReader,
  AuditResult,
  KeptRecord,
} from '../../audit/audit-log.js';
import { type ChainHead, EMPTY_CHAIN, seal, type Verdict } from '../../audit/hash-chain.js';
import { SERVER } from '../../audit/recorder.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';
import { auditPruner } from './audit-pruner.js';
import { type Erased, nameEraser } from './erase-name.js';
import { sha256 } from './sha256.js';
import { verifyRecord } from './verify-record.js';

export interface SqliteAuditLog extends AuditLog, AuditReader {
  /** Follows the chain from where it begins. @param anchors heads noted elsewhere. */
  verify(anchors?: readonly ChainHead[]): Verdict;
  /**
   * Erases a slice of what is older than `before` (a timestamp), and says so in the chain; how many.
   * @param now a timestamp.
   */
  prune(before: string, now: string): AuditResult<number>;
  /** Erases an account, and its name from the record; `entry` vouches for it, its digest still to be filled in. */
  eraseName(name: string, entry: AuditEntry): AuditResult<Erased>;
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
  const prune = (before: string, now: string): number =>
    auditPruner(database, (upTo, count) => append([pruning(upTo, count, before, now)]))(before);
  return {
    verify: (anchors) => verifyRecord(database, anchors),
    eraseName: (name, entry) =>
      attempt(database, () =>
        nameEraser(database, (subject, { digest, records }) =>
          append([{ ...entry, subject, details: { count: records, digest } }]),
        )(name, entry.subject),
      ),
    prune: (before, now) => attempt(database, () => prune(before, now)),
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

const pruning = (upTo: ChainHead, count: number, before: string, now: string): AuditEntry => ({
  at: now,
  actor: SERVER.name,
  role: SERVER.role,
  action: 'audit-pruned',
  subject: `${upTo.sequence}:${upTo.hash}`,
  outcome: 'done',
  details: { count, to: before },
  versions: {},
});
