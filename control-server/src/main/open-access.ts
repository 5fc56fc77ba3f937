import type { VenueDefinition } from '@throng/contract';
import { isPlainOnNetwork } from '../access/plain-http.js';
import { nodeSecrets, scryptPasswords } from '../adapters/access/node-secrets.js';
import { openidProvider } from '../adapters/access/openid-provider.js';
import { openAccessStore } from '../adapters/access/sqlite-access-store.js';
import type { HttpAccess } from '../adapters/http/http-server.js';
import { sessionCookieName } from '../adapters/http/session-cookie.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { Log } from './log.js';

export interface OpenedAccess extends HttpAccess {
  close(): void;
}

/** Erases sessions and links that have ended. */
export const sweepAccess = ({ clock, limits, store }: OpenedAccess): void => {
  const now = clock.now();
  store.sweep({ seen: now - limits.idleHours * 3_600_000, now });
};

/** Opens accounts, sessions and tokens, and joins them to what the settings say of access. */
export const openAccess = (
  { server, storeFile, oidcClientSecret, venue: { id } }: LoadedVenueFile,
  /** The venue as it is now. */
  venue: () => VenueDefinition,
  recorder: Recorder,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onSessionsEnded: () => void,
): OpenedAccess => {
  const { mode, oidc, sessionHours, sessionIdleHours, trustedProxies } = server.access;
  const store = openAccessStore(storeFile);
  if (isPlainOnNetwork(server)) {
    log.warn(
      { host: server.listen.host },
      'passwords cross the network in the clear: give the server a certificate in listen.tls, or put a proxy with TLS before the server and name it in access.trustedProxies',
    );
  }
  return {
    store,
    secrets: nodeSecrets,
    passwords: scryptPasswords,
    recorder,
    clock,
    limits: { idleHours: sessionIdleHours, absoluteHours: sessionHours },
    mode,
    cookieName: sessionCookieName(id),
    allowedOrigins: server.listen.allowedOrigins,
    get venueName() {
      return venue().name;
    },
    get zones() {
      return new Set(venue().zones.map((zone) => zone.id));
    },
    trustedProxies,
    oidc:
      oidc === undefined
        ? null
        : { settings: oidc, provider: openidProvider(oidc, oidcClientSecret) },
    oidcLabel: oidc?.label ?? null,
    onSessionsEnded,
    close: () => store.close(),
  };
};
