import type { Result } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { HandCount } from './hand-count.js';

export type HandCountResult<Value> = Result<Value, StoreFault>;

export interface HandCountStore {
  /** False where a count of that id is kept already. */
  add(count: HandCount): HandCountResult<boolean>;
  /** The newest first. */
  latest(limit: number): HandCountResult<readonly HandCount[]>;
  close(): void;
}
