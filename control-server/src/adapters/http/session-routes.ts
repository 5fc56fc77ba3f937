import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lookAtLink, redeemLink } from '../../access/links.js';
import { LogIn, type NewSession } from '../../access/log-in.js';
import { addressKey } from '../../access/login-limits.js';
import type { AccessParts } from '../../access/ports.js';
import { accessError } from './access-error.js';
import {
  Credentials,
  LanguageChoice,
  LinkOwner,
  LinkSecret,
  LinkUse,
  LogInWays,
  WhoIsIn,
} from './access-schemas.js';
import { ApiError } from './api-schemas.js';
import { type GuardParts, identify } from './guard.js';
import { HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import { setCookie } from './session-cookie.js';

export interface SessionRouteParts extends AccessParts, GuardParts {
  readonly venueName: string;
  /** What the button for the house's own log-in says. */
  readonly oidcLabel: string | null;
  /** Pages whose session has ended must go. */
  readonly onSessionsEnded: () => void;
}

const credentialsOf = bodyParser(Credentials);
const linkOf = bodyParser(LinkSecret);
const linkUseOf = bodyParser(LinkUse);
const languageOf = bodyParser(LanguageChoice);

/** Hands a fresh session to the browser, for as long as it may last. */
export const giveSession = (
  parts: Pick<GuardParts, 'cookieName' | 'limits'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret }: NewSession,
): void => {
  setCookie(request, reply, {
    name: parts.cookieName,
    value: secret,
    path: '/',
    sameSite: 'strict',
    maxAgeSeconds: Math.floor(parts.limits.absoluteHours * 3_600),
  });
};

/** Logging in and out, and who one is. */
export const sessionRoutes = (app: FastifyInstance, parts: SessionRouteParts): void => {
  const { store, recorder, mode } = parts;
  const logIn = new LogIn(parts);
  const tags = ['access'];
  const open = { permission: 'public' } as const;
  const own = { permission: 'logged-in' } as const;
  const errors = { '4xx': ApiError, 503: ApiError };

  const whoIsIn = (request: FastifyRequest) => {
    const { kind, name, role, permissions, zones, language = null } = principalOf(request);
    const endsAt = identify(parts, request.headers)?.endsAt;
    return { kind, name, role, permissions: [...permissions], zones, language, endsAt };
  };
  const onlyWithAccounts = (): void => {
    if (mode === 'open') throw new HttpError(409, 'open-access', 'nobody logs in to open access');
  };

  app.get(
    '/session/ways',
    { config: open, schema: { summary: 'How people log in', tags, response: { 200: LogInWays } } },
    async () => ({ venue: parts.venueName, mode, oidc: parts.oidcLabel }),
  );
  app.get(
    '/session',
    {
      config: own,
      schema: { summary: 'Who is logged in', tags, response: { 200: WhoIsIn, ...errors } },
    },
    async (request) => whoIsIn(request),
  );
  app.post(
    '/session',
    {
      config: open,
      ...parsesItsBody,
      schema: { summary: 'Log in', tags, body: Credentials, response: errors },
    },
    async (request, reply) => {
      onlyWithAccounts();
      const address = addressKey(request.ip);
      const tried = await logIn.attempt({ ...credentialsOf(request.body), address });
      if (!tried.ok) {
        if (tried.code === 'delayed') reply.header('retry-after', tried.waitSeconds);
        throw accessError(tried);
      }
      giveSession(parts, request, reply, tried.value);
      return reply.status(204).send();
    },
  );
  app.put(
    '/session/language',
    {
      config: own,
      ...parsesItsBody,
      schema: {
        summary: 'In which language one is told',
        ...{ tags, body: LanguageChoice, response: errors },
      },
    },
    async (request, reply) => {
      const { kind, name } = principalOf(request);
      if (kind !== 'account') throw new HttpError(409, 'no-account', 'only an account keeps one');
      const set = store.setLanguage(name, languageOf(request.body).language);
      if (!set.ok) throw accessError(set);
      return reply.status(204).send();
    },
  );
  const logOut = (path: string, summary: string, everywhere: boolean): void => {
    app.delete(path, { config: own, schema: { summary, tags } }, async (request, reply) => {
      const { kind, name, role, session } = principalOf(request);
      if (kind !== 'account' || session === undefined) {
        throw new HttpError(409, 'no-session', 'a token has no session to end; revoke it instead');
      }
      const ended = everywhere ? store.endSessions(name) : store.endSession(session);
      if (!ended.ok) throw accessError(ended);
      const action = everywhere ? 'logged-out-everywhere' : 'logged-out';
      recorder.note({ actor: { name, role }, action, subject: name });
      parts.onSessionsEnded();
      giveNothing(request, reply);
      return reply.status(204).send();
    });
  };
  const giveNothing = (request: FastifyRequest, reply: FastifyReply): void =>
    setCookie(request, reply, {
      name: parts.cookieName,
      value: '',
      path: '/',
      sameSite: 'strict',
      maxAgeSeconds: 0,
    });
  logOut('/session', 'Log out', false);
  logOut('/sessions', 'Log out everywhere', true);

  app.post(
    '/link',
    {
      config: open,
      ...parsesItsBody,
      schema: {
        summary: 'Whom a one-time link is for',
        tags,
        body: LinkSecret,
        response: { 200: LinkOwner, ...errors },
      },
    },
    async ({ body }) => {
      const looked = lookAtLink(parts, linkOf(body).link);
      if (!looked.ok) throw accessError(looked);
      return looked.value;
    },
  );
  app.post(
    '/link/password',
    {
      config: open,
      ...parsesItsBody,
      schema: {
        summary: 'Set a password by a one-time link',
        tags,
        body: LinkUse,
        response: errors,
      },
    },
    async (request, reply) => {
      onlyWithAccounts();
      const { link: secret, name, password } = linkUseOf(request.body);
      const used = await redeemLink(parts, {
        secret,
        password,
        address: addressKey(request.ip),
        ...(name === undefined ? {} : { name }),
      });
      if (!used.ok) throw accessError(used);
      parts.onSessionsEnded();
      giveSession(parts, request, reply, used.value);
      return reply.status(204).send();
    },
  );
};
