import type { AuditEntry, AuditRecord } from './audit-entry.js';
import { canonicalJson } from './canonical-json.js';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Digest = (text: string) => string;

/** The newest record of a chain: whoever knows it notices when later something before it is gone. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** A record as it is kept: its canonical text, and hash = SHA-256(text). */
export interface SealedRecord extends ChainHead {
  readonly body: string;
}

/** Puts an entry at the end of a chain. The text holds the hash before, so that no link can be exchanged. */
export const seal = (head: ChainHead, entry: AuditEntry, digest: Digest): SealedRecord => {
  const sequence = head.sequence + 1;
  const record: AuditRecord = { ...entry, sequence, previous: head.hash };
  const body = canonicalJson(record);
  return { sequence, body, hash: digest(body) };
};

export type ChainFault =
  /** Records are missing, or out of order. */
  | 'sequence'
  /** The chain begins after its first record, or names were taken out of it, and no record says so. */
  | 'amendment'
  /** The record before is not the one that stood there when this one was written. */
  | 'previous'
  /** The text was changed. */
  | 'hash'
  | 'unreadable';

export type Verdict =
  | { readonly ok: true; readonly head: ChainHead }
  | { readonly ok: false; readonly sequence: number; readonly fault: ChainFault };

/** What may lawfully differ from what was once written, each vouched for by a record of the chain. */
export interface Amendments {
  /** Records up to this one were erased for their age. */
  readonly start: ChainHead;
  /** Records of which a name was taken out: the hash of what is left, by sequence. Their own hash stays. */
  readonly redacted: ReadonlyMap<number, string>;
  /** Records that must be there: an action and its subject, and the digest where it has one. */
  readonly vouchers: readonly Voucher[];
}

export interface Voucher {
  readonly action: AuditEntry['action'];
  readonly subject: string;
  readonly digest?: string;
}

export const NO_AMENDMENTS: Amendments = { start: EMPTY_CHAIN, redacted: new Map(), vouchers: [] };

const recordOf = (body: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

const vouchesFor = ({ action, subject, digest }: Voucher, record: Record<string, unknown>) =>
  record.action === action &&
  record.subject === subject &&
  (digest === undefined || Reflect.get(Object(record.details), 'digest') === digest);

const faultOf = (
  head: ChainHead,
  { sequence, hash }: SealedRecord,
  record: Record<string, unknown> | undefined,
  textHash: string,
  redacted: string | undefined,
): ChainFault | undefined => {
  if (sequence !== head.sequence + 1) return 'sequence';
  if (textHash !== (redacted ?? hash)) return 'hash';
  if (record === undefined) return 'unreadable';
  if (record.sequence !== sequence) return 'sequence';
  return record.previous === head.hash ? undefined : 'previous';
};

/**
 * Follows a chain from its first record; the first broken one ends it. A chain cut off at its end is
 * whole in itself: only an anchor, a head noted elsewhere, shows it. An anchor of a record that was
 * erased for its age says nothing.
 */
export const verifyChain = (
  records: Iterable<SealedRecord>,
  digest: Digest,
  anchors: readonly ChainHead[] = [],
  { redacted, start, vouchers }: Amendments = NO_AMENDMENTS,
): Verdict => {
  const expected = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  const missing = new Set(vouchers);
  let head = start;
  for (const sealed of records) {
    const { body, hash, sequence } = sealed;
    const record = recordOf(body);
    const fault = faultOf(head, sealed, record, digest(body), redacted.get(sequence));
    if (fault !== undefined) return { ok: false, sequence: head.sequence + 1, fault };
    const anchor = expected.get(sequence);
    if (anchor !== undefined && anchor !== hash) return { ok: false, sequence, fault: 'hash' };
    for (const voucher of missing) if (vouchesFor(voucher, Object(record))) missing.delete(voucher);
    head = { sequence, hash };
  }
  if (missing.size > 0) return { ok: false, sequence: start.sequence + 1, fault: 'amendment' };
  const beyond = anchors.find(({ sequence }) => sequence > head.sequence);
  return beyond === undefined
    ? { ok: true, head }
    : { ok: false, sequence: head.sequence + 1, fault: 'sequence' };
};
