import type { Result } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { CountedPlace, HandCount } from './hand-count.js';

export type HandCountResult<Value> = Result<Value, StoreFault>;

export interface HandCountStore {
  /** False where a count of that id is kept already. */
  add(count: HandCount): HandCountResult<boolean>;
  /** The newest first. */
  latest(limit: number): HandCountResult<readonly HandCount[]>;
  /** Ids of the cameras that counted a place within a period, epoch seconds. */
  camerasOf(place: CountedPlace, from: number, to: number): HandCountResult<readonly string[]>;
  close(): void;
}
