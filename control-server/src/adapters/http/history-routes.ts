import { toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { ApiError, HistoryQuery, ZoneHistory, ZoneParameters } from './api-schemas.js';
import { badRequest, notFound, orUnavailable } from './http-error.js';
import type { PastSource } from './past-source.js';
import { periodOf } from './period.js';
import { principalOf } from './route-permission.js';
import { noteView } from './view-note.js';

/** Points in one answer: a day in steps of 10 s fits, a year in seconds does not. */
const MAX_POINTS = 20_000;
const STEP_SECONDS = 10;

interface HistoryRequest {
  readonly Params: Type.Static<typeof ZoneParameters>;
  readonly Querystring: Type.Static<typeof HistoryQuery>;
}

/** A zone's past, as the store has it. */
export const historyRoutes = (
  app: FastifyInstance,
  { plan, clock, recorder, sights, store }: PastSource,
): void => {
  const schema = {
    summary: "A zone's past in steps",
    tags: ['past'],
    params: ZoneParameters,
    querystring: HistoryQuery,
    response: { 200: ZoneHistory, '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'see-past' } as const;
  app.get<HistoryRequest>('/zones/:zone/history', { config, schema }, async (request) => {
    const { params, query } = request;
    const sight = sights.of(principalOf(request));
    const { zoneIndex, zones } = plan();
    const zone = zones[zoneIndex.get(params.zone) ?? -1];
    // A zone out of sight is answered like one that is not there.
    const isSeen = sight === null || sight.zones.has(params.zone);
    if (zone === undefined || !isSeen) throw notFound(`the venue has no zone "${params.zone}"`);
    const { id } = zone.definition;
    const step = query.step ?? STEP_SECONDS;
    const period = periodOf(query, clock.now());
    const from = Math.floor(period.from / 1_000);
    const to = Math.ceil(period.to / 1_000);
    if ((to - from) / step > MAX_POINTS) {
      throw badRequest(`that is over ${MAX_POINTS} points; ask for a longer step`);
    }
    noteView(recorder, request, `zone ${id}`, period);
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
  });
};
