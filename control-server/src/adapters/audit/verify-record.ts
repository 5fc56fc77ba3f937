import type Database from 'better-sqlite3';
import {
  type Amendments,
  type ChainHead,
  EMPTY_CHAIN,
  type SealedRecord,
  type Verdict,
  verifyChain,
} from '../../audit/hash-chain.js';
import { redactionDigest } from '../../audit/redaction.js';
import { sha256 } from './sha256.js';

const hasTable = (database: Database.Database, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !==
  undefined;

interface Redaction {
  readonly erasure: string;
  readonly sequence: number;
  readonly textHash: string;
}

/** What was erased and redacted in this store, and the records that must vouch for it. */
export const amendmentsOf = (database: Database.Database): Amendments => {
  const start = database.prepare<[], ChainHead>('SELECT sequence, hash FROM audit_anchor').get();
  // In the order of the erasures: of two in one record the later text stands.
  const rows = database
    .prepare<[], Redaction>(
      'SELECT erasure, sequence, text_hash AS textHash FROM audit_redaction ORDER BY rowid',
    )
    .all();
  const erasures = [...new Set(rows.map(({ erasure }) => erasure))];
  return {
    start: start ?? EMPTY_CHAIN,
    redacted: new Map(rows.map(({ sequence, textHash }) => [sequence, textHash])),
    vouchers: [
      ...(start === undefined
        ? []
        : [{ action: 'audit-pruned', subject: `${start.sequence}:${start.hash}` } as const]),
      ...erasures.map((subject) => {
        const own = rows.filter(({ erasure }) => erasure === subject);
        return { action: 'account-erased', subject, digest: redactionDigest(own, sha256) } as const;
      }),
    ],
  };
};

/** Follows the chain in an open store; one of an older release may have none yet. */
export const verifyRecord = (
  database: Database.Database,
  anchors: readonly ChainHead[] = [],
): Verdict => {
  if (!hasTable(database, 'audit_record')) return verifyChain([], sha256, anchors);
  const records = database
    .prepare<[], SealedRecord>('SELECT sequence, body, hash FROM audit_record ORDER BY sequence')
    .iterate();
  const isOlder = !hasTable(database, 'audit_anchor');
  return verifyChain(records, sha256, anchors, isOlder ? undefined : amendmentsOf(database));
};
