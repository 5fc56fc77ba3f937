import type { OidcSettings } from '../settings/access-settings.js';
import { ACCOUNT_NAME_PATTERN, normalName } from './account.js';
import { ROLES, type Role } from './role.js';

type Claims = Readonly<Record<string, unknown>>;

/** What an OpenID provider's claims make of somebody here. */
export interface Mapped {
  readonly name: string;
  readonly role: Role;
  /** Null is the whole venue. */
  readonly zones: string[] | null;
}

const words = (claim: unknown): readonly string[] => {
  if (typeof claim === 'string') return [claim];
  if (!Array.isArray(claim)) return [];
  return claim.filter((word: unknown) => typeof word === 'string');
};

/** A claim by its name; dots lead into objects, as in `realm_access.roles`. */
const claimAt = (claims: Claims, path: string): unknown => {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Reflect.get(value, key)
          : undefined,
      claims,
    );
};

const NAME = new RegExp(ACCOUNT_NAME_PATTERN);

/**
 * Name, role and zones by the settings; undefined where the claims give no name or no role. The highest
 * of several roles counts. Somebody with a group that stands in `zones` is limited to the zones of all
 * such groups; somebody with none sees the whole venue, unless `zonesRequired`.
 */
export const mapClaims = (
  claims: Claims,
  { nameClaim, groupsClaim, roles, zones, zonesRequired }: OidcSettings,
): Mapped | undefined => {
  const [typed] = words(claimAt(claims, nameClaim));
  const name = typed === undefined ? '' : normalName(typed);
  const groups = words(claimAt(claims, groupsClaim));
  const held = groups.flatMap((group) => (Object.hasOwn(roles, group) ? [roles[group]] : []));
  const role = ROLES.findLast((candidate) => held.includes(candidate));
  if (!NAME.test(name) || role === undefined) return undefined;
  const own = groups.flatMap((group) => (Object.hasOwn(zones, group) ? (zones[group] ?? []) : []));
  if (own.length === 0 && zonesRequired) return undefined;
  return { name, role, zones: own.length === 0 ? null : [...new Set(own)] };
};
