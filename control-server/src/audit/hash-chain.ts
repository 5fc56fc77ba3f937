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
  /** The record before is not the one that stood there when this one was written. */
  | 'previous'
  /** The text was changed. */
  | 'hash'
  | 'unreadable';

export type Verdict =
  | { readonly ok: true; readonly head: ChainHead }
  | { readonly ok: false; readonly sequence: number; readonly fault: ChainFault };

const placeOf = (body: string): { sequence: unknown; previous: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return undefined;
    return { sequence: Reflect.get(value, 'sequence'), previous: Reflect.get(value, 'previous') };
  } catch {
    return undefined;
  }
};

const faultOf = (
  head: ChainHead,
  { sequence, body, hash }: SealedRecord,
  digest: Digest,
): ChainFault | undefined => {
  if (sequence !== head.sequence + 1) return 'sequence';
  if (digest(body) !== hash) return 'hash';
  const place = placeOf(body);
  if (place === undefined) return 'unreadable';
  if (place.sequence !== sequence) return 'sequence';
  return place.previous === head.hash ? undefined : 'previous';
};

/**
 * Follows a chain from its first record; the first broken one ends it. A chain cut off at its end is
 * whole in itself: only an anchor, a head noted elsewhere, shows it.
 */
export const verifyChain = (
  records: Iterable<SealedRecord>,
  digest: Digest,
  anchors: readonly ChainHead[] = [],
): Verdict => {
  const expected = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  let head = EMPTY_CHAIN;
  for (const record of records) {
    const fault = faultOf(head, record, digest);
    if (fault !== undefined) return { ok: false, sequence: head.sequence + 1, fault };
    const anchor = expected.get(record.sequence);
    if (anchor !== undefined && anchor !== record.hash) {
      return { ok: false, sequence: record.sequence, fault: 'hash' };
    }
    head = { sequence: record.sequence, hash: record.hash };
  }
  const beyond = anchors.find(({ sequence }) => sequence > head.sequence);
  return beyond === undefined
    ? { ok: true, head }
    : { ok: false, sequence: head.sequence + 1, fault: 'sequence' };
};
