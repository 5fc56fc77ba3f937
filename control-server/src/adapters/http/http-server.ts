import type { RequestListener } from 'node:http';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { describeAsync } from '@throng/contract';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import type { AuditReader } from '../../audit/audit-log.js';
import type { Recorder } from '../../audit/recorder.js';
import type { VenueLimits } from '../../limits-in-force/venue-limits.js';
import type { CapacityRules } from '../../safe-capacity/capacity-rules.js';
import type { MeasurementStore, StoreResult } from '../../store/measurement-store.js';
import type { TlsDoor } from '../tls/tls-door.js';
import { accountRoutes, type KeepRouteParts } from './account-routes.js';
import { type ActParts, actRoutes } from './act-routes.js';
import { alertRoutes } from './alert-routes.js';
import { answerWhenKept } from './answer-when-kept.js';
import { auditRoutes } from './audit-routes.js';
import { boxRoutes } from './box-routes.js';
import { securityHeaders } from './content-security.js';
import { serveDashboard } from './dashboard-page.js';
import { type DrillParts, drillRoutes } from './drill-routes.js';
import { type EnrolmentRouteParts, enrolmentRoutes } from './enrolment-routes.js';
import { type FleetRouteParts, fleetRoutes } from './fleet-routes.js';
import { type FloorPlanRouteParts, floorPlanRoutes } from './floor-plan-routes.js';
import { guardRoutes } from './guard.js';
import { type HandCountParts, handCountRoutes } from './hand-count-routes.js';
import { historyRoutes } from './history-routes.js';
import { answerErrors } from './http-error.js';
import { type NotificationRouteParts, notificationRoutes } from './notification-routes.js';
import { type OidcRouteParts, oidcRoutes } from './oidc-routes.js';
import { operationsRoutes, type Readiness } from './operations-routes.js';
import { pushRoutes } from './push-routes.js';
import { recordRoutes } from './record-routes.js';
import { type ReportParts, reportRoutes } from './report-routes.js';
import { nameRequests } from './request-scope.js';
import { type RolloutRouteParts, rolloutRoutes } from './rollout-routes.js';
import { requirePermissions } from './route-permission.js';
import { safeCapacityRoutes } from './safe-capacity-routes.js';
import { serializeLazily } from './serialize-lazily.js';
import { type SessionRouteParts, sessionRoutes } from './session-routes.js';
import { type ShowStopParts, showStopRoutes } from './show-stop-routes.js';
import { stateRoutes } from './state-routes.js';
import { tokenRoutes } from './token-routes.js';
import { type VersionRouteParts, venueVersionRoutes } from './venue-version-routes.js';
import { type WeightsRouteParts, weightsRoute } from './weights-route.js';
import { whatIfRoutes } from './what-if-routes.js';

/** All that access needs to be served. */
export interface HttpAccess extends SessionRouteParts, KeepRouteParts {
  readonly oidc: OidcRouteParts['oidc'] | null;
  readonly trustedProxies: readonly string[];
}

export interface HttpParts
  extends ActParts,
    Pick<ShowStopParts, 'showDesk'>,
    Pick<DrillParts, 'drillDesk'>,
    EnrolmentRouteParts {
  readonly notifications: NotificationRouteParts['notifications'];
  readonly handCounts: HandCountParts['handCounts'];
  readonly access: HttpAccess;
  readonly fleet: Omit<FleetRouteParts & RolloutRouteParts & WeightsRouteParts, 'sights'>;
  readonly recorder: Recorder;
  readonly audit: AuditReader;
  /** Keeps what was changed for a successor; undefined where there is none. */
  readonly settle: (() => Promise<StoreResult<void>>) | undefined;
  /** Versions of the venue and pictures of its floor. */
  readonly editing: Omit<VersionRouteParts & FloorPlanRouteParts, 'sights'>;
  readonly store: MeasurementStore;
  readonly capacityRules: CapacityRules;
  /** The venue's own rules for limits, by kind and phase. */
  readonly venueLimits: VenueLimits;
  readonly reports: ReportParts['reports'];
  readonly registry: Registry;
  readonly ready: () => Readiness;
  readonly dashboard: string;
  /** Serves with a certificate; undefined for plain HTTP. */
  readonly tls: TlsDoor | undefined;
  readonly version: string;
  readonly log: FastifyBaseLogger;
}

/** Requests per minute and address: a wall of screens behind one address stays far below. */
const REQUESTS_PER_MINUTE = 1_200;

const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP side, ready to listen: API, health, metrics and the page. */
export const createHttpServer = async (parts: HttpParts): Promise<FastifyInstance> => {
  const { tls } = parts;
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 64 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: [...parts.access.trustedProxies],
    forceCloseConnections: true,
    ...(tls === undefined
      ? {}
      : { serverFactory: (answer: RequestListener) => tls.serve(answer, REQUEST_TIMEOUT_MS) }),
  });
  serializeLazily(app);
  nameRequests(app);
  answerErrors(app);
  requirePermissions(app);
  if (parts.settle !== undefined) answerWhenKept(app, parts.settle);
  await app.register(helmet, securityHeaders(parts.tls !== undefined));
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' });
  guardRoutes(app, parts.access);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throng control server',
        version: parts.version,
        description: 'What is known of the venue, now and before.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: parts.access.cookieName },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
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
      reportRoutes(api, parts);
      actRoutes(api, parts);
      showStopRoutes(api, parts);
      drillRoutes(api, parts);
      safeCapacityRoutes(api, parts);
      whatIfRoutes(api, parts);
      sessionRoutes(api, parts.access);
      accountRoutes(api, parts.access);
      tokenRoutes(api, parts.access);
      enrolmentRoutes(api, parts);
      boxRoutes(api, parts);
      auditRoutes(api, parts);
      notificationRoutes(api, parts);
      pushRoutes(api, parts);
      handCountRoutes(api, parts);
      venueVersionRoutes(api, { ...parts.editing, sights: parts.sights });
      fleetRoutes(api, { ...parts.fleet, sights: parts.sights });
      rolloutRoutes(api, { ...parts.fleet, sights: parts.sights });
      weightsRoute(api, parts.fleet);
      floorPlanRoutes(api, { ...parts.editing, sights: parts.sights });
      const config = { permission: 'public' } as const;
      api.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());
      const described = describeAsync(parts.version);
      api.get('/asyncapi.json', { config, schema: { hide: true } }, async () => described);
    },
    { prefix: '/api/v1' },
  );
  operationsRoutes(app, parts);
  if (parts.access.oidc !== null) oidcRoutes(app, { ...parts.access, oidc: parts.access.oidc });
  await serveDashboard(app, parts.dashboard);
  return app;
};
