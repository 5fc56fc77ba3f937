import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import type { Actor } from '../audit/recorder.js';
import { type ApiToken, formatToken, TOKEN_DAYS } from './api-token.js';
import {
  type KeepFault,
  type KeepParts,
  recorded,
  strangeZones,
  unknownZones,
} from './keep-parts.js';

const DAY_MS = 86_400_000;

export interface MadeToken {
  readonly token: ApiToken;
  /** Shown this once, and kept nowhere. */
  readonly secret: string;
}

export interface TokenWish extends Pick<ApiToken, 'name' | 'scopes' | 'zones'> {
  readonly days?: number;
}

export const addToken = async (
  parts: KeepParts,
  { name, scopes, zones, days = TOKEN_DAYS.byDefault }: TokenWish,
  actor: Actor,
): Promise<Result<MadeToken, KeepFault>> => {
  const { store, secrets, clock } = parts;
  const strange = strangeZones(zones, parts.zones);
  if (strange.length > 0) return unknownZones(strange);
  const now = clock.now();
  const secret = secrets.random();
  const token: ApiToken = {
    id: secrets.randomId(),
    name,
    scopes,
    zones,
    createdBy: actor.name,
    createdAt: toTimestamp(now),
    expiresAt: toTimestamp(now + days * DAY_MS),
    lastUsedAt: null,
    revokedAt: null,
  };
  const taken = fail(
    'taken',
    `there is a token "${name}" already; revoke it, or choose another name`,
  );
  const { expiresAt } = token;
  const act = {
    actor,
    action: 'token-made',
    subject: name,
    details: { scopes, zones, expiresAt },
  } as const;
  const tokens = store.tokens();
  if (!tokens.ok) return tokens;
  if (tokens.value.some((other) => other.name === name && other.revokedAt === null)) return taken;
  return recorded<MadeToken, KeepFault>(parts, act, () => {
    const added = store.addToken({ token, secretHash: secrets.hash(secret) });
    if (!added.ok) return added;
    return added.value ? ok({ token, secret: formatToken(token.id, secret) }) : taken;
  });
};

export const revokeToken = async (
  parts: KeepParts,
  id: string,
  actor: Actor,
): Promise<Result<void, KeepFault>> => {
  const { store, clock } = parts;
  const unknown = fail('unknown', `there is no token ${id} that is not revoked`);
  const found = store.token(id);
  if (!found.ok) return found;
  if (found.value === undefined || found.value.token.revokedAt !== null) return unknown;
  const act = { actor, action: 'token-revoked', subject: found.value.token.name } as const;
  return recorded<void, KeepFault>(parts, act, () => {
    const revoked = store.revokeToken(id, clock.now());
    if (!revoked.ok) return revoked;
    return revoked.value ? ok(undefined) : unknown;
  });
};
