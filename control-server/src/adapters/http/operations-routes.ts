import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

/** What must work for the server to be of use. */
export interface Readiness {
  readonly broker: boolean;
  readonly store: boolean;
  /** Seconds that the machine's clock, set and not believed, is ahead; absent while it is followed. It is no outage. */
  readonly clockHeldBy?: number;
}

/** For what watches the server: a process manager, a load balancer, Prometheus. */
export const operationsRoutes = (
  app: FastifyInstance,
  { ready, registry }: { readonly ready: () => Readiness; readonly registry: Registry },
): void => {
  // Whoever watches the server must reach it also when pages ask too much.
  const hidden = {
    schema: { hide: true },
    config: { permission: 'public', rateLimit: false },
  } as const;
  const figures = {
    schema: { hide: true },
    config: { permission: 'read-metrics', rateLimit: false },
  } as const;
  app.get('/healthz', hidden, async () => ({ status: 'alive' }));
  app.get('/readyz', hidden, async (_, reply) => {
    const parts = ready();
    const ok = parts.broker && parts.store;
    return reply.status(ok ? 200 : 503).send({ status: ok ? 'ready' : 'not-ready', ...parts });
  });
  app.get('/metrics', figures, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};
