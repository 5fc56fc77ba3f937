import { nodeSecrets, scryptPasswords } from '../adapters/access/node-secrets.js';
import { openidProvider } from '../adapters/access/openid-provider.js';
import { openAccessStore } from '../adapters/access/sqlite-access-store.js';
import type { HttpAccess } from '../adapters/http/http-server.js';
import { sessionCookieName } from '../adapters/http/session-cookie.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';

export interface OpenedAccess extends HttpAccess {
  close(): void;
}

/** Opens accounts, sessions and tokens, and joins them to what the settings say of access. */
export const openAccess = (
  { venue, server, storeFile, oidcClientSecret }: LoadedVenueFile,
  recorder: Recorder,
  clock: Clock,
  onSessionsEnded: () => void,
): OpenedAccess => {
  const { mode, oidc, sessionHours, sessionIdleHours, trustedProxies } = server.access;
  const store = openAccessStore(storeFile);
  return {
    store,
    secrets: nodeSecrets,
    passwords: scryptPasswords,
    recorder,
    clock,
    limits: { idleHours: sessionIdleHours, absoluteHours: sessionHours },
    mode,
    cookieName: sessionCookieName(venue.id),
    allowedOrigins: server.listen.allowedOrigins,
    venueName: venue.name,
    zones: new Set(venue.zones.map(({ id }) => id)),
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
