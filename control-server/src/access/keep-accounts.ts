import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import type { AccountChange } from './access-store.js';
import type { Account } from './account.js';
import {
  type KeepFault,
  type KeepParts,
  recorded,
  strangeZones,
  unknownZones,
} from './keep-parts.js';
import { type MadeLink, makeLink } from './links.js';

/** Who keeps the accounts of all could give itself the zones it lacks. */
const ADMIN_OF_A_PART = fail('zones', 'an admin is of the whole venue; leave the zones out');

/** Adds an account, and the link by which its owner sets a password. */
export const addAccount = async (
  parts: KeepParts,
  { name, role, zones }: Pick<Account, 'name' | 'role' | 'zones'>,
  actor: Actor,
): Promise<Result<MadeLink, KeepFault>> => {
  const { store, clock } = parts;
  const strange = strangeZones(zones, parts.zones);
  if (strange.length > 0) return unknownZones(strange);
  if (role === 'admin' && zones !== null) return ADMIN_OF_A_PART;
  const there = store.account(name);
  if (!there.ok) return there;
  const taken = fail('taken', `there is an account "${name}" already`);
  if (there.value !== undefined) return taken;
  const createdAt = toTimestamp(clock.now());
  const account = { name, role, zones, disabled: false, source: 'local', createdAt } as const;
  const act = { actor, action: 'account-added', subject: name, details: { role, zones } } as const;
  return recorded<MadeLink, KeepFault>(parts, act, () => {
    const added = store.addAccount({
      account: { ...account, language: null, lastLoginAt: null },
      passwordHash: null,
      subject: null,
    });
    if (!added.ok) return added;
    return added.value ? makeLink(parts, name, actor) : taken;
  });
};

/** Whether a change would leave nobody who may keep accounts. */
const losesLastAdmin = (
  accounts: readonly Account[],
  name: string,
  change: AccountChange,
): boolean => {
  const after = accounts.map((account) =>
    account.name === name ? { ...account, ...change } : account,
  );
  const isAdmin = ({ role, disabled }: Account): boolean => role === 'admin' && !disabled;
  return accounts.some(isAdmin) && !after.some(isAdmin);
};

/** Changes role or zones, or disables an account, which ends its sessions. */
export const changeAccount = async (
  parts: KeepParts,
  name: string,
  change: AccountChange,
  actor: Actor,
): Promise<Result<void, KeepFault>> => {
  const { store } = parts;
  const strange = strangeZones(change.zones ?? null, parts.zones);
  if (strange.length > 0) return unknownZones(strange);
  const accounts = store.accounts();
  if (!accounts.ok) return accounts;
  const before = accounts.value.find((account) => account.name === name);
  if (before === undefined) return unknownAccount(name);
  const { role, zones } = { ...before, ...change };
  if (role === 'admin' && zones !== null) return ADMIN_OF_A_PART;
  if (losesLastAdmin(accounts.value, name, change)) {
    return fail('last-admin', `"${name}" is the last admin; make another one first`);
  }
  const act = { actor, action: 'account-changed', subject: name, details: { ...change } } as const;
  return recorded<void, KeepFault>(parts, act, () => {
    const changed = store.changeAccount(name, change);
    if (!changed.ok) return changed;
    return changed.value ? ok(undefined) : unknownAccount(name);
  });
};

/** An account of somebody who is to be forgotten: it ends, as if it were disabled. @returns its pseudonym. */
export const endForErasure = async (
  parts: KeepParts,
  name: string,
  actor: Actor,
): Promise<Result<string, KeepFault>> => {
  const ended = await changeAccount(parts, name, { disabled: true }, actor);
  return ended.ok
    ? ok(`erased-${parts.secrets.randomId().replaceAll('-', '').slice(0, 12)}`)
    : ended;
};

const unknownAccount = (name: string) => fail('unknown', `there is no account "${name}"`);

/** A new link for who forgot the password. The old one goes on until the link is used. */
export const resetAccount = async (
  parts: KeepParts,
  name: string,
  actor: Actor,
): Promise<Result<MadeLink, KeepFault>> => {
  const found = parts.store.account(name);
  if (!found.ok) return found;
  if (found.value === undefined) return unknownAccount(name);
  if (found.value.account.source === 'oidc') {
    return fail('source', `"${name}" logs in at the OpenID provider; its password is kept there`);
  }
  return makeLink(parts, name, actor);
};
