import type { StoreResult } from '../store/measurement-store.js';

/** A server that would own a venue. */
export interface Candidate {
  readonly name: string;
  /** Where people reach it. */
  readonly address: string;
}

/** Who owns a venue, as the database knows it. */
export interface LeaseView extends Candidate {
  /** One more with each owner; 0 before the first. */
  readonly epoch: number;
  /** Its time has not run out. */
  readonly isHeld: boolean;
}

/** The one lease of a venue, by the time of its database. */
export interface LeaseStore {
  /** Undefined before the first owner. */
  look(): Promise<StoreResult<LeaseView | undefined>>;
  /** The epoch of the new owner; undefined where another was quicker. */
  take(candidate: Candidate, seconds: number): Promise<StoreResult<number | undefined>>;
  /** False where another has taken it. */
  renew(epoch: number, seconds: number): Promise<StoreResult<boolean>>;
  /** Its time is over: nobody need wait for it. */
  release(epoch: number): Promise<StoreResult<void>>;
  close(): Promise<void>;
}
