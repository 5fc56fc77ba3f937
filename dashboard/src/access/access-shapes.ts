// A namespace, so that the parts that are not used fall away.
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';

const Zones = Type.Union([Type.Array(Type.String()), Type.Null()]);

const SessionShape = Type.Object({
  kind: Type.Union([Type.Literal('account'), Type.Literal('token'), Type.Literal('open')]),
  name: Type.String(),
  role: Type.String(),
  permissions: Type.Array(Type.String()),
  zones: Zones,
  language: Type.Union([Type.String(), Type.Null()]),
  endsAt: Type.String(),
});

const WaysShape = Type.Object({
  venue: Type.String(),
  mode: Type.Union([Type.Literal('accounts'), Type.Literal('open')]),
  oidc: Type.Union([Type.String(), Type.Null()]),
});
export type LogInWays = Type.Static<typeof WaysShape>;

const LinkOwnerShape = Type.Object({ account: Type.Union([Type.String(), Type.Null()]) });

export const roles = ['viewer', 'operator', 'engineer', 'admin'] as const;
export type Role = (typeof roles)[number];
const RoleShape = Type.Union(roles.map((role) => Type.Literal(role)));

const AccountShape = Type.Object({
  name: Type.String(),
  role: RoleShape,
  zones: Zones,
  disabled: Type.Boolean(),
  source: Type.Union([Type.Literal('local'), Type.Literal('oidc')]),
  lastLoginAt: Type.Union([Type.String(), Type.Null()]),
});
export type Account = Type.Static<typeof AccountShape>;

const LinkShape = Type.Object({ link: Type.String(), expiresAt: Type.String() });
export type MadeLink = Type.Static<typeof LinkShape>;

const TokenShape = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  zones: Zones,
  createdBy: Type.String(),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  revokedAt: Type.Union([Type.String(), Type.Null()]),
});
export type ApiToken = Type.Static<typeof TokenShape>;

const MadeTokenShape = Type.Object({ token: TokenShape, secret: Type.String() });
export type MadeToken = Type.Static<typeof MadeTokenShape>;

const AuditShape = Type.Object({
  head: Type.Object({ sequence: Type.Integer(), hash: Type.String() }),
  records: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      at: Type.String(),
      actor: Type.String(),
      role: Type.String(),
      action: Type.String(),
      subject: Type.String(),
      outcome: Type.Union([Type.Literal('done'), Type.Literal('refused'), Type.Literal('failed')]),
      details: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
});
export type AuditPage = Type.Static<typeof AuditShape>;
export type AuditRow = AuditPage['records'][number];

/** Reads an answer; undefined where it is not of this shape. */
export type Reader<Value> = (answer: unknown) => Value | undefined;

const reader = <Schema extends Type.TSchema>(schema: Schema): Reader<Type.Static<Schema>> => {
  const shape = Compile(schema);
  return (answer) => (shape.Check(answer) ? answer : undefined);
};

export const readSession = reader(SessionShape);
export const readWays = reader(WaysShape);
export const readLinkOwner = reader(LinkOwnerShape);
export const readAccounts = reader(Type.Array(AccountShape));
export const readLink = reader(LinkShape);
export const readTokens = reader(Type.Array(TokenShape));
export const readMadeToken = reader(MadeTokenShape);
export const readAudit = reader(AuditShape);
export const readError = reader(
  Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }) }),
);
