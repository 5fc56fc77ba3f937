import { Timestamp } from '@throng/contract';
import Type from 'typebox';
import { Account, AccountName, ZoneScope } from '../../access/account.js';
import { ApiToken, TOKEN_DAYS, TokenName } from '../../access/api-token.js';
import { PermissionWord } from '../../access/permissions.js';
import { Role } from '../../access/role.js';
import { AuditAction } from '../../audit/audit-action.js';
import { AuditRecord } from '../../audit/audit-entry.js';
import { Language } from '../../language.js';

const closed = { additionalProperties: false } as const;
const Typed = Type.String({ minLength: 1, maxLength: 1_000 });
const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** How people log in here: what the log-in page must show. */
export const LogInWays = Type.Object(
  {
    venue: Type.String(),
    mode: Type.Union([Type.Literal('accounts'), Type.Literal('open')]),
    /** What the button for the house's own log-in says; null where there is none. */
    oidc: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);

export const WhoIsIn = Type.Object(
  {
    kind: Type.Union([Type.Literal('account'), Type.Literal('token'), Type.Literal('open')]),
    name: Type.String(),
    role: Type.Union([Role, Type.Literal('token')]),
    permissions: Type.Array(PermissionWord),
    zones: ZoneScope,
    /** In which they are told; null where none was chosen. */
    language: Type.Union([Language, Type.Null()]),
    endsAt: Timestamp,
  },
  closed,
);

export const LanguageChoice = Type.Object({ language: Language }, closed);

export const Credentials = Type.Object({ name: Typed, password: Typed }, closed);

export const LinkSecret = Type.Object({ link: Secret }, closed);
export const LinkOwner = Type.Object(
  { account: Type.Union([Type.String(), Type.Null()], { description: 'null: the first admin' }) },
  closed,
);
export const LinkUse = Type.Object(
  { link: Secret, name: Type.Optional(Typed), password: Typed },
  closed,
);

export const AccountParameters = Type.Object({ name: Type.String({ maxLength: 64 }) });
export const Accounts = Type.Array(Account);
export const NewAccount = Type.Object({ name: AccountName, role: Role, zones: ZoneScope }, closed);
export const AccountChange = Type.Object(
  {
    role: Type.Optional(Role),
    zones: Type.Optional(ZoneScope),
    disabled: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
);
export const OneTimeAddress = Type.Object(
  { link: Secret, expiresAt: Timestamp },
  { ...closed, description: 'the page of the link is /login.html#link=…' },
);

export const TokenParameters = Type.Object({ id: Type.String({ maxLength: 16 }) });
export const Tokens = Type.Array(ApiToken);
export const NewToken = Type.Object(
  {
    name: TokenName,
    scopes: ApiToken.properties.scopes,
    zones: ZoneScope,
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: TOKEN_DAYS.maximum })),
  },
  closed,
);
export const MadeToken = Type.Object(
  { token: ApiToken, secret: Type.String({ description: 'shown this once' }) },
  closed,
);

export const AuditRecordsQuery = Type.Object(
  {
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
    actor: Type.Optional(Type.String({ maxLength: 200 })),
    action: Type.Optional(AuditAction),
    before: Type.Optional(Type.Integer({ minimum: 1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);
export const AuditRecords = Type.Object(
  {
    head: Type.Object({ sequence: Type.Integer(), hash: Type.String() }),
    records: Type.Array(AuditRecord, { description: 'newest first' }),
  },
  closed,
);
