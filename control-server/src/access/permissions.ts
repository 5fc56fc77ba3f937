import Type from 'typebox';
import type { Role } from './role.js';

/** Who may do what: the one table. A route or a command names an action, never a role. */
const ROLES_BY_PERMISSION = {
  /** The live picture and what is expected, of one's own zones. */
  watch: ['viewer', 'operator', 'engineer', 'admin'],
  /** What was: histories, past alerts, recordings. */
  'see-past': ['viewer', 'operator', 'engineer', 'admin'],
  /** Acknowledge, assign, comment, shelve. Engineers too: faults of equipment are alerts. */
  'handle-alerts': ['operator', 'engineer', 'admin'],
  /** One of the two people who stop a show, or call it off. */
  'stop-show': ['operator', 'admin'],
  /** Count by hand, for calibration. */
  'count-by-hand': ['operator', 'engineer', 'admin'],
  /** Run plans from now's counts: advice, which changes nothing. */
  'run-what-if': ['operator', 'engineer', 'admin'],
  /** Begin and end a drill with a simulated crowd. */
  'run-drill': ['operator', 'admin'],
  /** Zones, passages, cameras, phases, limits. */
  'edit-venue': ['engineer', 'admin'],
  /** What boxes are told: settings, calibration, models. */
  'keep-fleet': ['engineer', 'admin'],
  /** Who is notified of what, and by which channel. */
  'set-notifications': ['engineer', 'admin'],
  /** Prometheus' figures of this server. */
  'read-metrics': ['engineer', 'admin'],
  /** Accounts, API tokens, and certificates of boxes. */
  'keep-accounts': ['admin'],
  'read-audit': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof ROLES_BY_PERMISSION;

const rolesByPermission: Readonly<Record<Permission, readonly Role[]>> = ROLES_BY_PERMISSION;

export const isPermission = (word: string): word is Permission =>
  Object.hasOwn(ROLES_BY_PERMISSION, word);

export const PERMISSIONS: readonly Permission[] =
  Object.keys(ROLES_BY_PERMISSION).filter(isPermission);

/** A word of the table, as a schema. */
export const PermissionWord = Type.Unsafe<Permission>(
  Type.Union(PERMISSIONS.map((word) => Type.Literal(word))),
);

export const permissionsOf = (role: Role): ReadonlySet<Permission> =>
  new Set(PERMISSIONS.filter((permission) => rolesByPermission[permission].includes(role)));
