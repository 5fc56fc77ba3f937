import type { Result } from '@throng/contract';
import type { StoreFault, StoreResult } from '../store/measurement-store.js';
import type { KeptVersion, VersionContent, VersionHead, VersionSource } from './venue-version.js';

export interface NewVersion extends VersionContent {
  /** The version it was made from; 0 where there is none. */
  readonly basedOn: number;
  readonly source: VersionSource;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: string;
  readonly note: string;
}

/** Where versions are kept. Nothing in it is ever changed or erased; several processes may write. */
export interface VersionStore {
  /** Newest first. */
  list(): StoreResult<readonly VersionHead[]>;
  read(version: number): StoreResult<KeptVersion | undefined>;
  /** The content that was last taken from the venue file, as its text. */
  lastFromFile(): StoreResult<string | undefined>;
  /** The version in force; undefined before the first. */
  inForce(): StoreResult<number | undefined>;
  /** Adds a version, made from the newest one; its number. */
  save(version: NewVersion): Result<number, 'outdated' | StoreFault>;
  /** From now on the version is in force. @param at epoch ms. */
  putInForce(version: number, by: string, at: number): StoreResult<void>;
}
