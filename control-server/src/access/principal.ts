import type { Language } from '../language.js';
import type { Account } from './account.js';
import type { ApiToken } from './api-token.js';
import { PERMISSIONS, type Permission, permissionsOf } from './permissions.js';
import type { Role } from './role.js';

/** Whoever asks for something, once known: a person's session, a program's token, or this machine. */
export interface Principal {
  readonly kind: 'account' | 'token' | 'open';
  /** The account's or the token's name; what the audit log writes. */
  readonly name: string;
  readonly role: Role | 'token';
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of the zones it is limited to; null is the whole venue. */
  readonly zones: readonly string[] | null;
  /** In which somebody is told; null where none was chosen. */
  readonly language?: Language | null;
  /** The session's stored hash, where there is one. */
  readonly session?: string;
  /** The token's id, where it is one. */
  readonly token?: string;
}

export const accountPrincipal = (account: Account, session: string): Principal => ({
  kind: 'account',
  name: account.name,
  role: account.role,
  permissions: permissionsOf(account.role),
  zones: account.zones,
  language: account.language,
  session,
});

export const tokenPrincipal = ({ id, name, scopes, zones }: ApiToken): Principal => ({
  kind: 'token',
  token: id,
  name,
  role: 'token',
  permissions: new Set(scopes),
  zones,
});

/** Open access: whoever sits at this machine may do everything. Only where nobody else can connect. */
export const OPEN_PRINCIPAL: Principal = {
  kind: 'open',
  name: 'this-machine',
  role: 'admin',
  permissions: new Set(PERMISSIONS),
  zones: null,
};

export const may = ({ permissions }: Principal, permission: Permission): boolean =>
  permissions.has(permission);
