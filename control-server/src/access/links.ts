import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import { NOBODY } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import { ACCOUNT_NAME_PATTERN, ACCOUNT_NAME_RULE, normalName } from './account.js';
import { beginSession, type NewSession } from './log-in.js';
import { isLinkGood, LINK_HOURS } from './one-time-link.js';
import { type PasswordFault, passwordFault } from './password-rule.js';
import type { AccessParts } from './ports.js';

export interface MadeLink {
  readonly secret: string;
  readonly expiresAt: number;
}

/** Makes the link by which an account sets its password; null makes the first admin. An older one ends. */
export const makeLink = (
  { store, secrets, recorder, clock }: AccessParts,
  account: string | null,
  actor: Actor,
): Result<MadeLink, StoreFault> => {
  const hours = account === null ? LINK_HOURS.firstAdmin : LINK_HOURS.account;
  const expiresAt = clock.now() + hours * 3_600_000;
  const secret = secrets.random();
  const added = store.addLink({ hash: secrets.hash(secret), account, expiresAt });
  if (!added.ok) return added;
  const details = { expiresAt: toTimestamp(expiresAt) };
  recorder.note({ actor, action: 'link-made', subject: account ?? 'first admin', details });
  return ok({ secret, expiresAt });
};

/** Whether the server has nobody yet: then, and only then, a link makes an admin. */
export const needsFirstAdmin = ({ store }: Pick<AccessParts, 'store'>): boolean => {
  const accounts = store.accounts();
  return accounts.ok && accounts.value.length === 0;
};

export interface LinkUse {
  readonly secret: string;
  /** Chosen by the first admin; others have theirs. */
  readonly name?: string;
  readonly password: string;
  readonly address: string;
}

export type LinkFault = 'link' | 'name' | 'busy' | PasswordFault | StoreFault;

const GONE = fail('link', 'this link was used, replaced or has run out; ask for a new one');

/** Whom a link is for; `account: null` is the first admin. */
export const lookAtLink = (
  { store, secrets, clock }: AccessParts,
  secret: string,
): Result<{ readonly account: string | null }, 'link' | StoreFault> => {
  const found = store.link(secrets.hash(secret));
  if (!found.ok) return found;
  const link = found.value;
  if (link === undefined || !isLinkGood(link, clock.now())) return GONE;
  if (link.account === null && !needsFirstAdmin({ store })) return GONE;
  return ok({ account: link.account });
};

/** Uses a link: sets the password, and logs its owner in. It works once. */
export const redeemLink = async (
  parts: AccessParts,
  { secret, name: chosen = '', password, address }: LinkUse,
): Promise<Result<NewSession, LinkFault>> => {
  const { store, secrets, passwords, recorder } = parts;
  const looked = lookAtLink(parts, secret);
  if (!looked.ok) {
    const details = { address, reason: looked.code };
    recorder.note({
      actor: NOBODY,
      action: 'link-refused',
      subject: 'link',
      outcome: 'refused',
      details,
    });
    return looked;
  }
  const name = looked.value.account ?? normalName(chosen);
  if (!new RegExp(ACCOUNT_NAME_PATTERN).test(name)) {
    return fail('name', ACCOUNT_NAME_RULE);
  }
  const fault = passwordFault(password, name);
  if (fault !== undefined) return fail(fault, PASSWORD_WORDS[fault]);
  const hash = await passwords.hash(password);
  if (hash === undefined) return fail('busy', 'too many people log in at this moment; try again');
  // From here on the link is gone: of two who come at once, one gets in.
  const used = store.takeLink(secrets.hash(secret));
  if (!used.ok) return used;
  if (!used.value) return GONE;
  return takeIn(parts, name, looked.value.account === null, hash, address);
};

export const PASSWORD_WORDS: Readonly<Record<PasswordFault, string>> = {
  'too-short': 'a password has at least 12 characters',
  'too-long': 'a password has at most 200 characters',
  'too-simple': 'a password has at least 5 different characters',
  'holds-name': 'a password must not hold the name',
};

const takeIn = async (
  parts: AccessParts,
  name: string,
  isFirst: boolean,
  hash: string,
  address: string,
): Promise<Result<NewSession, LinkFault>> => {
  const { store, recorder, clock } = parts;
  const details = { address, way: 'link', ...(isFirst ? { role: 'admin' } : {}) };
  const action = isFirst ? 'account-added' : 'password-set';
  const recorded = await recorder.record({
    actor: { name, role: 'link' },
    action,
    subject: name,
    details,
  });
  if (!recorded.ok) return recorded;
  if (isFirst) {
    const account = {
      name,
      role: 'admin' as const,
      zones: null,
      disabled: false,
      source: 'local' as const,
      language: null,
      createdAt: toTimestamp(clock.now()),
      lastLoginAt: null,
    };
    const added = store.addAccount({ account, passwordHash: hash, subject: null });
    if (!added.ok) return added;
    if (!added.value) return GONE;
  } else {
    const set = store.setPassword(name, hash);
    if (!set.ok) return set;
  }
  const found = store.account(name);
  if (!found.ok) return found;
  if (found.value === undefined || found.value.account.disabled) return GONE;
  return beginSession(parts, found.value.account, { way: 'link', address });
};
