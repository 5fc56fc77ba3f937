import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

const scope = new AsyncLocalStorage<string>();

/** The id of the request that is being answered; undefined where none is, as in what time does. */
export const currentRequest = (): string | undefined => scope.getStore();

/** Each answer names its request, as do the log and the record of what was done by it. */
export const nameRequests = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    scope.run(request.id, done);
  });
};
