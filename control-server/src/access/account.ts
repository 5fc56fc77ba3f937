import { Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';
import { Language } from '../language.js';
import { Role } from './role.js';

export const ACCOUNT_NAME_PATTERN = '^[a-z0-9][a-z0-9._@+-]{0,63}$';

export const ACCOUNT_NAME_RULE = 'a name has 1 to 64 lower-case letters, digits and . _ @ + -';

/** What somebody logs in with; a log-in may be typed in any case. */
export const AccountName = Type.String({
  pattern: ACCOUNT_NAME_PATTERN,
  description: ACCOUNT_NAME_RULE,
});

/** Zones an account or a token is limited to; null is the whole venue. */
export const ZoneScope = Type.Union([
  Type.Array(Identifier, { minItems: 1, maxItems: 2_000, uniqueItems: true }),
  Type.Null(),
]);

/** Somebody of the staff. The password's hash is kept apart, so that no listing can hold it. */
export const Account = Type.Object(
  {
    name: AccountName,
    role: Role,
    zones: ZoneScope,
    disabled: Type.Boolean(),
    /** Who vouches for it: this server, or an OpenID provider. */
    source: Type.Union([Type.Literal('local'), Type.Literal('oidc')]),
    /** In which its owner is told; null until one is chosen. */
    language: Type.Union([Language, Type.Null()]),
    createdAt: Timestamp,
    lastLoginAt: Type.Union([Timestamp, Type.Null()]),
  },
  { additionalProperties: false, $id: 'account' },
);
export type Account = Type.Static<typeof Account>;

/** The name as it is stored, of what somebody typed. */
export const normalName = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();
