import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { allAlerts } from '../../live/live-view.js';
import { answersTo, newestFirst } from '../../store/alert-query.js';
import type { MeasurementStore } from '../../store/measurement-store.js';
import { Alerts, AlertsQuery, ApiError } from './api-schemas.js';
import { orUnavailable } from './http-error.js';
import { periodOf } from './period.js';
import type { StateSource } from './state-routes.js';

interface AlertsRequest {
  readonly Querystring: Type.Static<typeof AlertsQuery>;
}

/** The alerts of a period. The store lags a second behind: what the live state knows goes over it. */
export const alertRoutes = (
  app: FastifyInstance,
  { clock, state, store }: StateSource & { readonly store: MeasurementStore },
): void => {
  const schema = {
    summary: 'Alerts that were active at some time of a period, newest first',
    tags: ['past'],
    querystring: AlertsQuery,
    response: { 200: Alerts, '4xx': ApiError, 503: ApiError },
  };
  app.get<AlertsRequest>('/alerts', { schema }, async ({ query }) => {
    const period = periodOf(query, clock.now());
    const stored = orUnavailable(await store.alerts(period));
    const known = [...stored, ...allAlerts(state())];
    const newest = new Map(known.map((alert) => [alert.id, alert]));
    const asked = query.state === undefined ? period : { ...period, state: query.state };
    return [...newest.values()].filter(answersTo(asked)).sort(newestFirst);
  });
};
