import { fromTimestamp, Identifier, Timestamp, toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Sight } from '../../access/sight.js';
import type { Sights } from '../../access/sights.js';
import type { Recorder } from '../../audit/recorder.js';
import type { Clock } from '../../clock.js';
import { CountedPlace, NewHandCount } from '../../hand-counts/hand-count.js';
import type { HandCountStore } from '../../hand-counts/hand-count-store.js';
import { type JudgedCount, judgeCount } from '../../hand-counts/judge-count.js';
import type { MeasurementStore } from '../../store/measurement-store.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { ApiError } from './api-schemas.js';
import { badRequest, notFound, orUnavailable } from './http-error.js';
import { recordedOrRefused } from './notification-routes.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

export interface HandCountParts {
  readonly plan: () => VenuePlan;
  readonly clock: Clock;
  readonly sights: Sights;
  readonly recorder: Recorder;
  readonly store: MeasurementStore;
  readonly handCounts: HandCountStore;
}

const countOf = bodyParser(NewHandCount);

const Judged = Type.Object({
  id: Type.String(),
  enteredAt: Timestamp,
  enteredBy: Type.String(),
  from: Timestamp,
  to: Timestamp,
  counted: CountedPlace,
  /** By the cameras in the same time. */
  persons: Type.Union([Type.Number(), Type.Null()]),
  coverage: Type.Number(),
  ratio: Type.Union([Type.Number(), Type.Null()]),
  uncertainty: Type.Number(),
  verdict: Type.String({ description: 'agrees, correct, too-few or not-seen' }),
  cameras: Type.Array(Identifier),
});

const told = ({ count, ...judged }: JudgedCount) => ({
  ...judged,
  ...{ id: count.id, enteredBy: count.enteredBy, counted: count.counted },
  enteredAt: toTimestamp(count.enteredAt),
  from: toTimestamp(count.from),
  to: toTimestamp(count.to),
  cameras: [...judged.cameras],
});

const SHOWN = 50;
const LONGEST_MS = 4 * 3_600_000;
/** The phone's clock may be a little ahead of the server's. */
const AHEAD_MS = 60_000;

const isThere = (plan: VenuePlan, sight: Sight | null, place: CountedPlace): boolean =>
  place.kind === 'zone'
    ? plan.zoneIndex.has(place.zone) && (sight?.zones.has(place.zone) ?? true)
    : plan.passages.has(place.passage) && (sight?.passages.has(place.passage) ?? true);

/** Counts by hand, each beside what the cameras counted in that time: which of them is to be corrected. */
export const handCountRoutes = (
  app: FastifyInstance,
  { clock, handCounts, plan, recorder, sights, store }: HandCountParts,
): void => {
  const config = { permission: 'count-by-hand' } as const;
  const tags = ['calibration'];
  const errors = { '4xx': ApiError, 503: ApiError };
  const judge = async (count: JudgedCount['count']) =>
    told(
      await judgeCount(count, store, (zone) => {
        const { zoneIndex, zones } = plan();
        return zones[zoneIndex.get(zone) ?? -1]?.area;
      }),
    );

  app.post(
    '/hand-counts',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Enter a count by hand',
        ...{ tags, body: NewHandCount, response: { 201: Judged, ...errors } },
      },
    },
    async (request, reply) => {
      const { counted, id, ...period } = countOf(request.body);
      const principal = principalOf(request);
      if (!isThere(plan(), sights.of(principal), counted)) {
        throw notFound('the venue has no such zone or passage');
      }
      const now = clock.now();
      const [from, to] = [fromTimestamp(period.from), fromTimestamp(period.to)];
      if (!(from < to && to - from <= LONGEST_MS && to <= now + AHEAD_MS)) {
        throw badRequest('a count lasts up to 4 hours, and ends before it is sent');
      }
      const count = { id, enteredAt: now, enteredBy: principal.name, from, to, counted };
      // A phone that lost the answer sends again.
      const isKnown = orUnavailable(handCounts.latest(SHOWN)).some((each) => each.id === id);
      if (!isKnown) {
        await recordedOrRefused(recorder, {
          ...{ actor: principal, action: 'hand-count-entered' },
          subject: counted.kind === 'zone' ? `zone ${counted.zone}` : `passage ${counted.passage}`,
          details: {
            ...{ from: toTimestamp(from), to: toTimestamp(to) },
            count: counted.kind === 'zone' ? counted.persons : counted.in + counted.out,
          },
        });
        orUnavailable(handCounts.add(count));
      }
      return reply.status(201).send(await judge(count));
    },
  );
  app.get(
    '/hand-counts',
    {
      config,
      schema: {
        summary: 'Counts by hand, the newest first, beside what the cameras counted',
        ...{ tags, response: { 200: Type.Array(Judged), ...errors } },
      },
    },
    async (request) => {
      const sight = sights.of(principalOf(request));
      const counts = orUnavailable(handCounts.latest(SHOWN));
      const seen = counts.filter(({ counted }) => isThere(plan(), sight, counted));
      return Promise.all(seen.map(judge));
    },
  );
};
