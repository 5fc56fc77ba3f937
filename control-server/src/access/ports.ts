import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { AccessStore } from './access-store.js';
import type { SessionLimits } from './session.js';

/** Chance, and what is kept of a secret. */
export interface Secrets {
  /** 256 random bits, as 43 characters. */
  random(): string;
  randomId(): string;
  hash(secret: string): string;
  /** Compares hashes in constant time. */
  isSame(one: string, other: string): boolean;
}

export interface Passwords {
  /** Undefined when too many are asked for at once. */
  hash(password: string): Promise<string | undefined>;
  /**
   * Takes as long without a hash as with one. Undefined when too many are asked for at once; who is
   * known goes before strangers.
   */
  matches(password: string, hash: string | null, isKnown: boolean): Promise<boolean | undefined>;
}

/** What the rooms of access work with. */
export interface AccessParts {
  readonly store: AccessStore;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly limits: SessionLimits;
}
