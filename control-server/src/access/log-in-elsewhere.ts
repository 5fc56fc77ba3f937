import { fail, type Result, toTimestamp } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { Account } from './account.js';
import { recorded } from './keep-parts.js';
import { beginSession, type NewSession } from './log-in.js';
import type { AccessParts } from './ports.js';
import type { Mapped } from './role-mapping.js';

/** Somebody whom an OpenID provider vouches for. */
export interface Vouched extends Mapped {
  /** Issuer and subject: what stays when a name changes. */
  readonly subject: string;
  readonly address: string;
}

export type ElsewhereFault = 'taken' | 'disabled' | StoreFault;

const PROVIDER = { name: 'openid-provider', role: 'server' } as const;

const isSame = (account: Account, { role, zones }: Mapped): boolean =>
  account.role === role && JSON.stringify(account.zones) === JSON.stringify(zones);

/**
 * Logs in somebody whom the provider vouches for. The account is made at the first log-in, and has the
 * role and zones that the provider gives at each. A local account of the same name is never taken over.
 */
export const logInElsewhere = async (
  parts: AccessParts,
  vouched: Vouched,
): Promise<Result<NewSession, ElsewhereFault>> => {
  const { store } = parts;
  const known = store.accountOf(vouched.subject);
  if (!known.ok) return known;
  const account = known.value?.account;
  if (account?.disabled) return fail('disabled', 'this account is disabled; ask an admin');
  const { name, role, zones } = vouched;
  const begin = (own: string) =>
    beginSession(parts, { name: own, role }, { way: 'oidc', address: vouched.address });
  if (account === undefined) {
    const added = await addVouched(parts, vouched);
    return added.ok ? begin(name) : added;
  }
  if (isSame(account, vouched)) return begin(account.name);
  const details = { role, zones, way: 'oidc' };
  const act = {
    actor: PROVIDER,
    action: 'account-changed',
    subject: account.name,
    details,
  } as const;
  const changed = await recorded<boolean, StoreFault>(parts, act, () =>
    store.changeAccount(account.name, { role, zones }),
  );
  return changed.ok ? begin(account.name) : changed;
};

const addVouched = async (
  parts: AccessParts,
  { name, role, zones, subject }: Vouched,
): Promise<Result<void, ElsewhereFault>> => {
  const { store, clock } = parts;
  const taken = fail('taken', `an account "${name}" of this server has that name; ask an admin`);
  const there = store.account(name);
  if (!there.ok) return there;
  if (there.value !== undefined) return taken;
  const account: Account = {
    name,
    role,
    zones,
    disabled: false,
    source: 'oidc',
    language: null,
    createdAt: toTimestamp(clock.now()),
    lastLoginAt: null,
  };
  const details = { role, zones, way: 'oidc' };
  const act = { actor: PROVIDER, action: 'account-added', subject: name, details } as const;
  return recorded<void, ElsewhereFault>(parts, act, () => {
    const added = store.addAccount({ account, passwordHash: null, subject });
    if (!added.ok) return added;
    return added.value ? { ok: true, value: undefined } : taken;
  });
};
