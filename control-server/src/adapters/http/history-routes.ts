import { type Alert, fromTimestamp, toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { allAlerts } from '../../live/live-view.js';
import type { MeasurementStore, StoreResult } from '../../store/measurement-store.js';
import {
  Alerts,
  AlertsQuery,
  ApiError,
  HistoryQuery,
  ZoneHistory,
  ZoneParameters,
} from './api-schemas.js';
import { badRequest, HttpError, notFound } from './http-error.js';
import type { StateSource } from './state-routes.js';

/** Points in one answer: a day in steps of 10 s fits, a year in seconds does not. */
const MAX_POINTS = 20_000;
const HOUR_MS = 3_600_000;

const orUnavailable = <Value>(result: StoreResult<Value>): Value => {
  if (result.ok) return result.value;
  throw new HttpError(503, `store-${result.code}`, 'the store cannot be read now; try again');
};

interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** The period asked for, epoch ms: the last hour where nothing is said. */
const periodOf = ({ from, to }: Period, now: number): { from: number; to: number } => {
  const end = to === undefined ? now : fromTimestamp(to);
  const begin = from === undefined ? end - HOUR_MS : fromTimestamp(from);
  if (Number.isNaN(begin) || Number.isNaN(end))
    throw badRequest('from or to is no moment of the calendar');
  if (begin >= end) throw badRequest('from must be before to');
  return { from: begin, to: end };
};

/** What has been. */
export const historyRoutes = (
  app: FastifyInstance,
  source: StateSource & { readonly store: MeasurementStore },
): void => {
  const { plan, clock, store } = source;
  app.get<{
    Params: Type.Static<typeof ZoneParameters>;
    Querystring: Type.Static<typeof HistoryQuery>;
  }>(
    '/zones/:zone/history',
    {
      schema: {
        summary: "A zone's past in steps",
        tags: ['past'],
        params: ZoneParameters,
        querystring: HistoryQuery,
        response: { 200: ZoneHistory, '4xx': ApiError, 503: ApiError },
      },
    },
    async ({ params: { zone: id }, query }) => {
      const zone = plan.zones[plan.zoneIndex.get(id) ?? -1];
      if (zone === undefined) throw notFound(`the venue has no zone "${id}"`);
      const step = query.step ?? 10;
      const period = periodOf(query, clock.now());
      const from = Math.floor(period.from / 1_000);
      const to = Math.ceil(period.to / 1_000);
      if ((to - from) / step > MAX_POINTS) {
        throw badRequest(`that is over ${MAX_POINTS} points; ask for a longer step`);
      }
      const points = orUnavailable(await store.zoneHistory({ zone: id, from, to, step }));
      return {
        zone: id,
        from: toTimestamp(from * 1_000),
        to: toTimestamp(to * 1_000),
        step,
        points: points.map(({ at, persons, sigma, area, densityP95 }) => ({
          at: toTimestamp(at * 1_000),
          persons,
          sigma,
          density: area > 0 ? persons / area : 0,
          densityP95,
          coverage: Math.min(1, area / zone.area),
        })),
      };
    },
  );
  app.get<{ Querystring: Type.Static<typeof AlertsQuery> }>(
    '/alerts',
    {
      schema: {
        summary: 'Alerts that were active at some time of a period, newest first',
        tags: ['past'],
        querystring: AlertsQuery,
        response: { 200: Alerts, '4xx': ApiError, 503: ApiError },
      },
    },
    async ({ query }) => {
      const period = periodOf(query, clock.now());
      const within = query.state === undefined ? period : { ...period, state: query.state };
      const stored = orUnavailable(await store.alerts(within));
      return withLive(stored, allAlerts(source.state()), query.state);
    },
  );
};

/** The store lags a second behind: what the live state knows better takes the place of its row. */
const withLive = (
  stored: readonly Alert[],
  live: readonly Alert[],
  state: Alert['state'] | undefined,
): Alert[] => {
  const newest = new Map(live.map((alert) => [alert.id, alert]));
  return stored
    .map((alert) => newest.get(alert.id) ?? alert)
    .filter((alert) => state === undefined || alert.state === state);
};
