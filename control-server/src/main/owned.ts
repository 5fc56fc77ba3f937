import type { StoreResult } from '../store/measurement-store.js';

/** A venue that this one of several servers owns while its lease lasts. A server that is alone has none. */
export interface Owned {
  /** The fencing token of its writes. */
  readonly epoch: number;
  /** Whether it may still judge, tell and write. */
  isHeld(): boolean;
  /** A write was refused, since another server owns the venue: this one ends. */
  onFenced(): void;
  /** All that was kept in the house's tables until now is kept for a successor too; or why not. */
  settle(): Promise<StoreResult<void>>;
}
