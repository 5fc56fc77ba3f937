import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import type { CapacityRules } from '../../safe-capacity/capacity-rules.js';
import type { MeasurementStore } from '../../store/measurement-store.js';
import { alertRoutes } from './alert-routes.js';
import { securityHeaders } from './content-security.js';
import { serveDashboard } from './dashboard-page.js';
import { historyRoutes } from './history-routes.js';
import { answerErrors } from './http-error.js';
import { operationsRoutes, type Readiness } from './operations-routes.js';
import { recordRoutes } from './record-routes.js';
import { safeCapacityRoutes } from './safe-capacity-routes.js';
import { type StateSource, stateRoutes } from './state-routes.js';

export interface HttpParts extends StateSource {
  readonly store: MeasurementStore;
  readonly capacityRules: CapacityRules;
  readonly registry: Registry;
  readonly ready: () => Readiness;
  readonly dashboard: string;
  readonly version: string;
  readonly log: FastifyBaseLogger;
}

/** Requests per minute and address: a wall of screens behind one address stays far below. */
const REQUESTS_PER_MINUTE = 1_200;

/** The HTTP side, ready to listen: API, health, metrics and the page. */
export const createHttpServer = async (parts: HttpParts): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
  });
  answerErrors(app);
  await app.register(helmet, securityHeaders);
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throng control server',
        version: parts.version,
        description: 'What is known of the venue, now and before.',
      },
    },
    refResolver: {
      buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? index),
    },
  });
  await app.register(
    async (api) => {
      stateRoutes(api, parts);
      historyRoutes(api, parts);
      recordRoutes(api, parts);
      alertRoutes(api, parts);
      safeCapacityRoutes(api, parts);
      api.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
    },
    { prefix: '/api/v1' },
  );
  operationsRoutes(app, parts);
  await serveDashboard(app, parts.dashboard);
  return app;
};
