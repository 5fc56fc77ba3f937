import type { Result } from '@throng/contract';
import type { Language } from '../language.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { Account } from './account.js';
import type { ApiToken } from './api-token.js';
import type { OneTimeLink } from './one-time-link.js';
import type { Session } from './session.js';

/** An account with what must never be listed. */
export interface StoredAccount {
  readonly account: Account;
  /** Null until one is set, and for who logs in elsewhere. */
  readonly passwordHash: string | null;
  /** Who vouches: `issuer subject`; null for a local account. */
  readonly subject: string | null;
}

export interface StoredToken {
  readonly token: ApiToken;
  readonly secretHash: string;
}

export interface AccountChange {
  readonly role?: Account['role'];
  readonly zones?: Account['zones'];
  readonly disabled?: boolean;
}

export type AccessResult<Value> = Result<Value, StoreFault>;

/**
 * Where accounts, sessions, links and tokens are kept. What the command line changes while a server
 * runs counts for the next request: nothing of it is held in memory.
 */
export interface AccessStore {
  account(name: string): AccessResult<StoredAccount | undefined>;
  accountOf(subject: string): AccessResult<StoredAccount | undefined>;
  accounts(): AccessResult<readonly Account[]>;
  /** False when the name is taken. */
  addAccount(account: StoredAccount): AccessResult<boolean>;
  changeAccount(name: string, change: AccountChange): AccessResult<boolean>;
  /** Sets the hash; every session and link of the account ends. */
  setPassword(name: string, hash: string): AccessResult<void>;
  loggedIn(name: string, at: number): AccessResult<void>;
  /** In which the owner of the account is told. */
  setLanguage(name: string, language: Language): AccessResult<void>;

  addSession(session: Session): AccessResult<void>;
  session(hash: string): AccessResult<Session | undefined>;
  touchSession(hash: string, at: number): AccessResult<void>;
  endSession(hash: string): AccessResult<void>;
  /** Log-out everywhere. */
  endSessions(account: string): AccessResult<void>;

  /** A newer link of the same account takes the place of the older one. */
  addLink(link: OneTimeLink): AccessResult<void>;
  link(hash: string): AccessResult<OneTimeLink | undefined>;
  /** False when it was used before: of two who come at once, one gets it. */
  takeLink(hash: string): AccessResult<boolean>;

  /** False when the name is taken by a token that is not revoked. */
  addToken(token: StoredToken): AccessResult<boolean>;
  token(id: string): AccessResult<StoredToken | undefined>;
  tokens(): AccessResult<readonly ApiToken[]>;
  touchToken(id: string, at: number): AccessResult<void>;
  /** False when there is no such token, or it was revoked before. */
  revokeToken(id: string, at: number): AccessResult<boolean>;

  /** Erases sessions last used, and links that ran out, before these times, epoch ms. */
  sweep(before: { readonly seen: number; readonly now: number }): AccessResult<void>;
  close(): void;
}
