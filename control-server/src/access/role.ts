import Type from 'typebox';

/**
 * What somebody is there for. A viewer watches; an operator (security lead, steward) also acts on
 * alerts; an engineer sets the venue up; an admin also keeps accounts and reads the audit log.
 */
export const Role = Type.Union([
  Type.Literal('viewer'),
  Type.Literal('operator'),
  Type.Literal('engineer'),
  Type.Literal('admin'),
]);
export type Role = Type.Static<typeof Role>;

/** From the least to the most: where a person has several, the last of them counts. */
export const ROLES: readonly Role[] = ['viewer', 'operator', 'engineer', 'admin'];
