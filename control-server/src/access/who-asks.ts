import { toTimestamp } from '@throng/contract';
import { isTokenGood, parseToken } from './api-token.js';
import type { AccessParts } from './ports.js';
import { accountPrincipal, type Principal, tokenPrincipal } from './principal.js';
import { isSessionOver, sessionEnd, shouldTouch } from './session.js';

export interface Known {
  readonly principal: Principal;
  /** When its session or token ends, a timestamp. */
  readonly endsAt: string;
}

/** Who holds this session's secret; nobody where it is over, or the account disabled. */
export const sessionHolder = (
  parts: Pick<AccessParts, 'store' | 'secrets' | 'clock' | 'limits'>,
  secret: string,
): Known | undefined => knownSession(parts, parts.secrets.hash(secret));

/** The same, of a session that is known by its hash already. Using it keeps it going. */
export const knownSession = (
  { store, clock, limits }: Pick<AccessParts, 'store' | 'clock' | 'limits'>,
  hash: string,
): Known | undefined => {
  const found = store.session(hash);
  if (!found.ok || found.value === undefined) return undefined;
  const session = found.value;
  const now = clock.now();
  if (isSessionOver(session, limits, now)) {
    store.endSession(hash);
    return undefined;
  }
  const stored = store.account(session.account);
  if (!stored.ok || stored.value === undefined || stored.value.account.disabled) return undefined;
  const used = shouldTouch(session, now) ? { ...session, seenAt: now } : session;
  if (used !== session) store.touchSession(hash, now);
  return {
    principal: accountPrincipal(stored.value.account, hash),
    endsAt: toTimestamp(sessionEnd(used, limits)),
  };
};

const TOKEN_SEEN_STEP_MS = 60_000;

/** Which token this is; none where it is unknown, wrong, revoked or out of date. */
export const tokenHolder = (
  { store, secrets, clock }: Pick<AccessParts, 'store' | 'secrets' | 'clock'>,
  text: string,
): Known | undefined => {
  const parsed = parseToken(text);
  if (parsed === undefined) return undefined;
  const found = store.token(parsed.id);
  if (!found.ok || found.value === undefined) return undefined;
  const { token, secretHash } = found.value;
  const now = clock.now();
  if (!secrets.isSame(secrets.hash(parsed.secret), secretHash)) return undefined;
  if (!isTokenGood(token, now)) return undefined;
  const seen = token.lastUsedAt === null ? 0 : Date.parse(token.lastUsedAt);
  if (now - seen >= TOKEN_SEEN_STEP_MS) store.touchToken(token.id, now);
  return { principal: tokenPrincipal(token), endsAt: token.expiresAt };
};
