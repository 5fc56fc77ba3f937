import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { logInElsewhere } from '../../access/log-in-elsewhere.js';
import { addressKey } from '../../access/login-limits.js';
import type { AccessParts } from '../../access/ports.js';
import { mapClaims } from '../../access/role-mapping.js';
import { NOBODY } from '../../audit/recorder.js';
import type { OidcSettings } from '../../settings/access-settings.js';
import type { OpenidProvider, PendingLogIn } from '../access/openid-provider.js';
import type { GuardParts } from './guard.js';
import { readCookie, setCookie } from './session-cookie.js';
import { giveSession } from './session-routes.js';

export interface OidcRouteParts extends AccessParts, GuardParts {
  readonly oidc: { readonly settings: OidcSettings; readonly provider: OpenidProvider };
}

/** The return must come within so many seconds, and so many may be away at once; DROP_OLDEST. */
const AWAY_SECONDS = 600;
const MAX_AWAY = 1_000;

/**
 * Cookies of the session are never sent along when another site leads here. So the return ends on a
 * page of our own, which then leads on: that step is ours, and takes the cookie with it.
 */
const onward = (to: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Throng</title>
<meta http-equiv="refresh" content="0;url=${to}"><a href="${to}">Go on</a></html>`;

/** Away to the house's own log-in, and back. */
export const oidcRoutes = (app: FastifyInstance, parts: OidcRouteParts): void => {
  const { secrets, clock, recorder, oidc } = parts;
  const cookieName = `${parts.cookieName}-away`;
  const away = new Map<string, PendingLogIn & { readonly until: number }>();
  const config = { permission: 'public' } as const;
  const schema = { hide: true };

  const remember = (request: FastifyRequest, reply: FastifyReply, id: string, seconds: number) =>
    setCookie(request, reply, {
      name: cookieName,
      value: id,
      path: '/auth/oidc',
      sameSite: 'lax',
      maxAgeSeconds: seconds,
    });

  app.get('/auth/oidc/start', { config, schema }, async (request, reply) => {
    const begun = await oidc.provider.begin();
    if (!begun.ok) {
      request.log.warn({ cause: begun.message }, 'OpenID provider cannot be reached');
      return reply.redirect('../../login.html#failed=provider');
    }
    const id = secrets.random();
    away.set(id, { ...begun.value.pending, until: clock.now() + AWAY_SECONDS * 1_000 });
    const [oldest] = away.keys();
    if (away.size > MAX_AWAY && oldest !== undefined) away.delete(oldest);
    remember(request, reply, id, AWAY_SECONDS);
    return reply.redirect(begun.value.url);
  });

  /** What was remembered of this browser, once. */
  const takeAway = (request: FastifyRequest): PendingLogIn | undefined => {
    const id = readCookie(request.headers.cookie, cookieName) ?? '';
    const pending = away.get(id);
    away.delete(id);
    return pending !== undefined && clock.now() < pending.until ? pending : undefined;
  };

  const comeBack = async (request: FastifyRequest) => {
    const pending = takeAway(request);
    if (pending === undefined) return { failed: 'expired' } as const;
    const query = request.url.split('?')[1] ?? '';
    const finished = await oidc.provider.finish(query, pending);
    if (!finished.ok) {
      request.log.warn({ cause: finished.message }, 'OpenID log-in failed');
      return { failed: 'provider' } as const;
    }
    const mapped = mapClaims(finished.value, oidc.settings);
    if (mapped === undefined) return { failed: 'no-role' } as const;
    const subject = `${finished.value.iss} ${finished.value.sub}`;
    const address = addressKey(request.ip);
    const entered = await logInElsewhere(parts, { ...mapped, subject, address });
    return entered.ok ? { session: entered.value } : { failed: entered.code, name: mapped.name };
  };

  app.get('/auth/oidc/callback', { config, schema }, async (request, reply) => {
    const back = await comeBack(request);
    remember(request, reply, '', 0);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (back.session === undefined) {
      recorder.note({
        actor: NOBODY,
        action: 'login-failed',
        subject: back.name ?? 'unknown name',
        outcome: 'refused',
        details: { way: 'oidc', reason: back.failed, address: addressKey(request.ip) },
      });
      return reply.send(onward(`../../login.html#failed=${back.failed}`));
    }
    giveSession(parts, request, reply, back.session);
    return reply.send(onward('../../'));
  });
};
