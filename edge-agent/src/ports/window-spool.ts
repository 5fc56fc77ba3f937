import type { Result } from '@throng/contract';

/** A window that may have to wait, under a number that rises with each window of this box. */
export interface SpooledWindow {
  /** Rises over restarts too: the order of measuring. */
  readonly id: number;
  readonly topic: string;
  /** Epoch ms at which the window began. */
  readonly start: number;
  /** The message as it leaves the spool: marked late. */
  readonly payload: Uint8Array;
}

/** Why a spool cannot keep: no room on the disk, no right or no device, a damaged file. */
export type SpoolFault = 'full' | 'unwritable' | 'corrupt';

export type SpoolResult<Value> = Result<Value, SpoolFault>;

/** What a spool holds, and what it gave up since it was opened. */
export interface SpoolContent {
  readonly windows: number;
  /** As they lie on the medium, with its own overhead. */
  readonly bytes: number;
  /** Epoch ms at which the oldest window began. */
  readonly oldest: number | undefined;
  /** 0 while there is none. */
  readonly newestId: number;
  /** Oldest history given up for want of room. */
  readonly thinned: number;
  readonly expired: number;
}

/** How much a spool may hold. */
export interface SpoolLimits {
  readonly bytes: number;
  readonly ageMs: number;
}

/**
 * Windows that no server has surely heard. One contract suite holds for every implementation.
 * Synchronous: a write is one transaction of a tick's windows, far below a millisecond.
 */
export interface WindowSpool {
  /** Why windows lie in memory only; undefined while they are where they should be. */
  readonly fault?: SpoolFault | undefined;
  /** Keeps all or none, and then makes room as of `now` by thinning the oldest history. */
  append(windows: readonly SpooledWindow[], now: number): SpoolResult<void>;
  /** The newest below `id`, newest first, without those that `isTaken`; at most `limit`. */
  newest(
    below: number,
    limit: number,
    isTaken: (id: number) => boolean,
  ): SpoolResult<SpooledWindow[]>;
  forget(ids: readonly number[]): SpoolResult<void>;
  content(): SpoolContent;
  close(): void;
}
