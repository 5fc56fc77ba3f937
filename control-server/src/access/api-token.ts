import { Timestamp } from '@throng/contract';
import Type from 'typebox';
import { ZoneScope } from './account.js';
import { PermissionWord } from './permissions.js';

/** How long a token may live, days. */
export const TOKEN_DAYS = { byDefault: 90, maximum: 366 } as const;

export const TOKEN_NAME_RULE = 'a name has 1 to 48 lower-case letters, digits and . _ -';

export const TokenName = Type.String({
  pattern: '^[a-z0-9][a-z0-9._-]{0,47}$',
  description: TOKEN_NAME_RULE,
});

/** Lets a program in. Its secret is shown once, when it is made; only a hash of it is kept. */
export const ApiToken = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    name: TokenName,
    scopes: Type.Array(PermissionWord, { minItems: 1, maxItems: 20, uniqueItems: true }),
    zones: ZoneScope,
    createdBy: Type.String(),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    lastUsedAt: Type.Union([Timestamp, Type.Null()]),
    revokedAt: Type.Union([Timestamp, Type.Null()]),
  },
  { additionalProperties: false, $id: 'api-token' },
);
export type ApiToken = Type.Static<typeof ApiToken>;

const FORM = /^throng_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** A token as its owner holds it: a prefix that scanners for leaked secrets know, an id, a secret. */
export const formatToken = (id: string, secret: string): string => `throng_${id}_${secret}`;

export const parseToken = (
  text: string,
): { readonly id: string; readonly secret: string } | undefined => {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};

/** `now` is epoch ms. */
export const isTokenGood = (
  { expiresAt, revokedAt }: Pick<ApiToken, 'expiresAt' | 'revokedAt'>,
  now: number,
): boolean => revokedAt === null && now < Date.parse(expiresAt);
