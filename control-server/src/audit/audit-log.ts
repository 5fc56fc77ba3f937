import type { Result } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { AuditEntry, AuditRecord } from './audit-entry.js';
import type { ChainHead, SealedRecord } from './hash-chain.js';

export type AuditResult<Value> = Result<Value, StoreFault>;

/** Where acts are written. What people change is written first, and refused if that fails. */
export interface AuditLog {
  /** Writes the entries at the end of the chain, all or none; the new head. */
  append(entries: readonly AuditEntry[]): Promise<AuditResult<ChainHead>>;
}

export interface AuditQuery {
  /** Timestamps; `from` is included, `to` is not. */
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly action?: string;
  /** Records before this one. */
  readonly before?: number;
  readonly limit: number;
}

/** A record as it is kept, and when it is of. */
export interface KeptRecord extends SealedRecord {
  readonly at: string;
}

export interface AuditReader {
  head(): AuditResult<ChainHead>;
  /** Newest first. */
  find(query: AuditQuery): AuditResult<readonly AuditRecord[]>;
  /** In order, read while they are taken. */
  records(): Iterable<KeptRecord>;
}
