import { setImmediate } from 'node:timers/promises';
import { MAX_RECORD_STEPS, VenueRecord, type ZoneRecord } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { alertInSight } from '../../access/alert-in-sight.js';
import { venueRecord, zoneRecord } from '../../live/venue-record.js';
import { ApiError, HistoryQuery } from './api-schemas.js';
import { badRequest, orUnavailable } from './http-error.js';
import type { PastSource } from './past-source.js';
import { periodOf } from './period.js';
import { principalOf } from './route-permission.js';
import { noteView } from './view-note.js';

const STEP_SECONDS = 30;

interface RecordRequest {
  readonly Querystring: Type.Static<typeof HistoryQuery>;
}

/** The whole venue's past, for a page that goes back in time. */
export const recordRoutes = (
  app: FastifyInstance,
  { plan, clock, recorder, sights, store }: PastSource,
): void => {
  const schema = {
    summary: "The venue's past in steps, with every change of an alert",
    tags: ['past'],
    querystring: HistoryQuery,
    response: { 200: VenueRecord, '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'see-past' } as const;
  app.get<RecordRequest>('/record', { config, schema }, async (request) => {
    const { query } = request;
    const sight = sights.of(principalOf(request));
    const step = query.step ?? STEP_SECONDS;
    const asked = periodOf(query, clock.now());
    const from = Math.floor(asked.from / 1_000 / step) * step;
    const steps = Math.ceil((asked.to / 1_000 - from) / step);
    if (steps > MAX_RECORD_STEPS) {
      throw badRequest(
        `that is ${steps} steps of at most ${MAX_RECORD_STEPS}; ask for a longer step`,
      );
    }
    const period = { from, step, steps };
    const to = from + steps * step;
    noteView(recorder, request, 'record', { from: from * 1_000, to: to * 1_000 });
    const zones: ZoneRecord[] = [];
    for (const zone of plan().zones) {
      const { id } = zone.definition;
      if (sight !== null && !sight.zones.has(id)) continue;
      const points = orUnavailable(await store.zoneHistory({ zone: id, from, to, step }));
      zones.push(zoneRecord(zone, points, period));
      // The store reads in this thread: the second's tick must get its turn between two zones.
      await setImmediate();
    }
    const changes = orUnavailable(await store.transitions({ from: from * 1_000, to: to * 1_000 }));
    const seen = changes.flatMap((change) =>
      alertInSight(change.alert, sight).map((alert) => ({ ...change, alert })),
    );
    return venueRecord(period, zones, seen);
  });
};
