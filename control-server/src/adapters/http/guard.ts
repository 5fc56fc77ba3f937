import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessParts } from '../../access/ports.js';
import { may, OPEN_PRINCIPAL } from '../../access/principal.js';
import { isLoopback, mayChange } from '../../access/same-origin.js';
import { type Known, sessionHolder, tokenHolder } from '../../access/who-asks.js';
import type { AccessSettings } from '../../settings/access-settings.js';
import { HttpError } from './http-error.js';
import { readCookie } from './session-cookie.js';

export interface GuardParts extends Pick<AccessParts, 'store' | 'secrets' | 'clock' | 'limits'> {
  readonly mode: AccessSettings['mode'];
  readonly cookieName: string;
  readonly allowedOrigins: readonly string[];
}

/** Far away: open access does not end. */
const NEVER = '9999-12-31T23:59:59.000Z';

/** Who sends these headers, over HTTP or to open the live channel; nobody where they prove nothing. */
export const identify = (parts: GuardParts, headers: IncomingHttpHeaders): Known | undefined => {
  if (parts.mode === 'open') {
    // A page elsewhere can make its own name lead to this machine, and would then share our origin.
    return isLoopback(headers.host ?? '')
      ? { principal: OPEN_PRINCIPAL, endsAt: NEVER }
      : undefined;
  }
  const [scheme, token] = headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'bearer') return tokenHolder(parts, token ?? '');
  const secret = readCookie(headers.cookie, parts.cookieName);
  return secret === undefined ? undefined : sessionHolder(parts, secret);
};

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** Lets through who may: first who it is, then whether its page may ask that, then whether it may itself. */
export const guardRoutes = (app: FastifyInstance, parts: GuardParts): void => {
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const known = identify(parts, request.headers);
    request.principal = known?.principal ?? null;
    const source = {
      method: request.method,
      host: request.headers.host,
      origin: header(request, 'origin'),
      site: header(request, 'sec-fetch-site'),
    };
    const hasCookie = request.principal?.kind === 'account';
    if (!mayChange(source, parts.allowedOrigins, hasCookie)) {
      throw new HttpError(403, 'foreign-origin', 'a page of another site may not ask for that');
    }
    const { permission } = request.routeOptions.config;
    // What no route answers is told apart from what is not allowed only to those who are in.
    if (permission === 'public') return;
    if (request.principal === null) {
      throw new HttpError(401, 'not-logged-in', 'log in first, or send a token');
    }
    if (permission === undefined || permission === 'logged-in') return;
    if (!may(request.principal, permission)) {
      const { role } = request.principal;
      throw new HttpError(
        403,
        'not-allowed',
        `that needs "${permission}", which a ${role} has not`,
      );
    }
  });
};
