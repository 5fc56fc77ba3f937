import { fail, ok, type Result } from '@throng/contract';
import { NOBODY } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { normalName } from './account.js';
import { isKnownPair, loginWait, noFailures, withAttempt, withSuccess } from './login-limits.js';
import type { AccessParts } from './ports.js';

export interface LogInRequest {
  readonly name: string;
  readonly password: string;
  /** Where it comes from; see `addressKey`. */
  readonly address: string;
}

/** A fresh session: its secret goes into the cookie and is kept nowhere. */
export interface NewSession {
  readonly secret: string;
  readonly account: string;
}

export type LogInFault = 'wrong' | 'delayed' | 'busy' | StoreFault;

export type LoggedIn =
  | Result<NewSession, Exclude<LogInFault, 'delayed'>>
  | {
      readonly ok: false;
      readonly code: 'delayed';
      readonly message: string;
      readonly waitSeconds: number;
    };

/** One sentence for a wrong name, a wrong password and a disabled account: it tells nobody which names exist. */
const WRONG = fail('wrong', 'name or password is wrong');
const BUSY = fail('busy', 'too many people log in at this moment; try again');

/** Begins a session for an account that has proved itself, and says on record in which way it did. */
export const beginSession = (
  { store, secrets, recorder, clock }: AccessParts,
  { name, role }: { readonly name: string; readonly role: string },
  details: { readonly way: 'password' | 'link' | 'oidc'; readonly address: string },
): Result<NewSession, StoreFault> => {
  const now = clock.now();
  const secret = secrets.random();
  const session = { hash: secrets.hash(secret), account: name, createdAt: now, seenAt: now };
  const added = store.addSession(session);
  if (!added.ok) return added;
  store.loggedIn(name, now);
  recorder.note({ actor: { name, role }, action: 'logged-in', subject: name, details });
  return ok({ secret, account: name });
};

/** Logs people in by name and password, the more slowly the more often somebody guesses. */
export class LogIn {
  readonly #parts: AccessParts;
  #limits = noFailures;

  constructor(parts: AccessParts) {
    this.#parts = parts;
  }

  async attempt({ name: typed, password, address }: LogInRequest): Promise<LoggedIn> {
    const { store, passwords, clock } = this.#parts;
    const name = normalName(typed).slice(0, 64);
    const attempt = { account: name, address };
    const wait = loginWait(this.#limits, attempt, clock.now());
    if (wait > 0) {
      const waitSeconds = Math.ceil(wait / 1_000);
      const message = `too many failed log-ins; try again in ${waitSeconds} s`;
      return { ok: false, code: 'delayed', message, waitSeconds };
    }
    this.#limits = withAttempt(this.#limits, attempt, clock.now());
    const found = store.account(name);
    if (!found.ok) return found;
    const hash = found.value?.passwordHash ?? null;
    const matches = await passwords.matches(password, hash, isKnownPair(this.#limits, attempt));
    if (matches === undefined) return BUSY;
    const account = found.value?.account;
    if (account === undefined || !matches || account.disabled) {
      this.#noteFailure(account?.name, address, account?.disabled === true && matches);
      return WRONG;
    }
    this.#limits = withSuccess(this.#limits, attempt, clock.now());
    return beginSession(this.#parts, account, { way: 'password', address });
  }

  /** People type passwords where names go: a name that is no account's is not written down. */
  #noteFailure(account: string | undefined, address: string, isDisabled: boolean): void {
    this.#parts.recorder.note({
      actor: NOBODY,
      action: 'login-failed',
      subject: account ?? 'unknown name',
      outcome: 'refused',
      details: { address, way: 'password', reason: isDisabled ? 'disabled' : 'wrong' },
    });
  }
}
