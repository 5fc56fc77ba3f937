import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { alertInSight } from '../../access/alert-in-sight.js';
import { allAlerts } from '../../live/live-view.js';
import { answersTo, newestFirst } from '../../store/alert-query.js';
import { Alerts, AlertsQuery, ApiError } from './api-schemas.js';
import { orUnavailable } from './http-error.js';
import type { PastSource } from './past-source.js';
import { periodOf } from './period.js';
import { principalOf } from './route-permission.js';
import { noteView } from './view-note.js';

interface AlertsRequest {
  readonly Querystring: Type.Static<typeof AlertsQuery>;
}

/** The alerts of a period. The store lags a second behind: what the live state knows goes over it. */
export const alertRoutes = (
  app: FastifyInstance,
  { clock, recorder, sights, state, store }: PastSource,
): void => {
  const schema = {
    summary: 'Alerts that were active at some time of a period, newest first',
    tags: ['past'],
    querystring: AlertsQuery,
    response: { 200: Alerts, '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'see-past' } as const;
  app.get<AlertsRequest>('/alerts', { config, schema }, async (request) => {
    const { query } = request;
    const period = periodOf(query, clock.now());
    const sight = sights.of(principalOf(request));
    noteView(recorder, request, 'alerts', period);
    const stored = orUnavailable(await store.alerts(period));
    const known = [...stored, ...allAlerts(state())];
    const newest = new Map(known.map((alert) => [alert.id, alert]));
    const asked = query.state === undefined ? period : { ...period, state: query.state };
    return [...newest.values()]
      .flatMap((alert) => alertInSight(alert, sight))
      .filter(answersTo(asked))
      .sort(newestFirst);
  });
};
