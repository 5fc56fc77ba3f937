import type { FastifyInstance } from 'fastify';
import { hashOf } from '../access/secrets.js';
import { ApiError } from './api-schemas.js';
import { HttpError, orUnavailable } from './http-error.js';
import type { NotificationRouteParts } from './notification-routes.js';
import { EndpointBody, PushKey, SubscriptionBody, TestOutcome } from './notification-schemas.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

const subscriptionOf = bodyParser(SubscriptionBody);
const endpointOf = bodyParser(EndpointBody);

/** Browsers that one account may have told: phone, tablet, desk, and those that were replaced. */
const MOST = 10;

const idOf = (endpoint: string): string => hashOf(endpoint).slice(0, 32);

/** People say yes to push, and no again, each for the browser in hand; it ends with the session. */
export const pushRoutes = (
  app: FastifyInstance,
  { clock, notifications }: NotificationRouteParts,
): void => {
  const { notifier, pushKey, store } = notifications;
  const config = { permission: 'watch' } as const;
  const tags = ['notifications'];
  const errors = { '4xx': ApiError, 503: ApiError };
  const owned = (endpoint: string, account: string): string => {
    const id = idOf(endpoint);
    const mine = orUnavailable(store.subscriptions()).some(
      (each) => each.id === id && each.account === account,
    );
    if (mine) return id;
    throw new HttpError(404, 'not-subscribed', 'this browser is not told; switch it on first');
  };

  app.get(
    '/push/key',
    {
      config,
      schema: { summary: 'The key that a browser says yes to', tags, response: { 200: PushKey } },
    },
    async () => ({ key: pushKey }),
  );
  app.put(
    '/push/subscription',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Be told by push, on this browser',
        ...{ tags, body: SubscriptionBody, response: errors },
      },
    },
    async (request, reply) => {
      const { endpoint, keys } = subscriptionOf(request.body);
      const { kind, name, session } = principalOf(request);
      if (kind === 'token') throw new HttpError(409, 'no-session', 'a token is no browser');
      const others = orUnavailable(store.subscriptions()).filter(
        (each) => each.account === name && each.endpoint !== endpoint,
      );
      for (const { id } of others.slice(0, Math.max(0, others.length - MOST + 1))) {
        orUnavailable(store.unsubscribe(id));
      }
      const owner = { account: name, session: session ?? null, createdAt: clock.now() };
      orUnavailable(store.subscribe({ id: idOf(endpoint), endpoint, ...keys, ...owner }));
      return reply.status(204).send();
    },
  );
  app.delete(
    '/push/subscription',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Be told no longer, on this browser',
        ...{ tags, body: EndpointBody, response: errors },
      },
    },
    async (request, reply) => {
      const { endpoint } = endpointOf(request.body);
      orUnavailable(store.unsubscribe(owned(endpoint, principalOf(request).name)));
      return reply.status(204).send();
    },
  );
  app.post(
    '/push/test',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Send a test to this browser',
        ...{ tags, body: EndpointBody, response: { 200: TestOutcome, ...errors } },
      },
    },
    async (request) => {
      const { endpoint } = endpointOf(request.body);
      const outcome = await notifier.test('push', owned(endpoint, principalOf(request).name));
      return outcome.ok ? { sent: true, code: null } : { sent: false, code: outcome.code };
    },
  );
};
