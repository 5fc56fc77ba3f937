import { endOf, phasesOf, startOf, Timestamp, toTimestamp } from '@throng/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Sights } from '../../access/sights.js';
import type { Recorder } from '../../audit/recorder.js';
import type { Clock } from '../../clock.js';
import type { ReportFile, ReportFormat, ReportMaker, ReportTask } from '../report/report-task.js';
import { ApiError } from './api-schemas.js';
import { HttpError, notFound } from './http-error.js';
import { reportPolicy } from './report-policy.js';
import { principalOf } from './route-permission.js';
import { noteView } from './view-note.js';

export interface ReportParts {
  readonly clock: Clock;
  readonly sights: Sights;
  readonly recorder: Recorder;
  readonly reports: {
    readonly make: ReportMaker;
    /** What reports are made of, as it is now. */
    readonly of: () => Pick<ReportTask, 'venue' | 'calendar' | 'server' | 'storeFile' | 'postgres'>;
  };
}

const EventParameters = Type.Object({ event: Type.String({ maxLength: 48 }) });

const TableQuery = Type.Object(
  { table: Type.Optional(Type.Union([Type.Literal('zones'), Type.Literal('passages')])) },
  { additionalProperties: false },
);

const Events = Type.Array(
  Type.Object({
    id: Type.String(),
    name: Type.String(),
    plan: Type.String(),
    doorsAt: Timestamp,
    endsAt: Timestamp,
    state: Type.Union([Type.Literal('past'), Type.Literal('now'), Type.Literal('to-come')]),
    phases: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), at: Timestamp })),
  }),
);

interface ReportRequest {
  readonly Params: Type.Static<typeof EventParameters>;
  readonly Querystring: Type.Static<typeof TableQuery>;
}

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8; header=present',
};

const STATUS = { 'no-such-event': 404, 'not-begun': 409, store: 503 } as const;

/** A report replays an evening: whoever asks for more of them in a minute is no person. */
const rateLimit = { max: 12, timeWindow: '1 minute' };

/** The events of the calendar, and what each that has begun was like. */
export const reportRoutes = (app: FastifyInstance, parts: ReportParts): void => {
  const { clock, reports, sights } = parts;
  const config = { permission: 'see-past', rateLimit } as const;
  const listed = {
    summary: 'The events of the calendar',
    tags: ['past'],
    response: { 200: Events },
  };
  const watched = { permission: 'watch' } as const;
  app.get('/events', { config: watched, schema: listed }, async () => {
    const { calendar } = reports.of();
    return calendar.events.map((event) => {
      const [now, begin, end] = [clock.now(), startOf(event), endOf(calendar, event)];
      const state = now < begin ? 'to-come' : now < end ? 'now' : 'past';
      return { ...event, endsAt: toTimestamp(end), state, phases: phasesOf(calendar, event) };
    });
  });
  const route = (format: ReportFormat, summary: string, querystring: object): void => {
    const schema = {
      ...{ summary, tags: ['past'], params: EventParameters, querystring },
      produces: [TYPES[format]],
      response: { '4xx': ApiError, 503: ApiError },
    };
    app.get<ReportRequest>(
      `/events/:event/report.${format}`,
      { config, schema },
      async (request, reply) => {
        if (sights.of(principalOf(request)) !== null) {
          const message = 'a report tells of the whole venue; this account sees a part of it';
          throw new HttpError(403, 'forbidden', message);
        }
        const { content, name } = await fileOf(parts, format, request);
        if (format === 'html') void reply.header('content-security-policy', reportPolicy);
        const file = `${request.params.event}-${name}`;
        const shown = format === 'csv' ? 'attachment' : 'inline';
        return reply
          .type(TYPES[format])
          .header('cache-control', 'no-store')
          .header('content-disposition', `${shown}; filename="${file}"`)
          .send(typeof content === 'string' ? content : Buffer.from(content));
      },
    );
  };
  const nothing = Type.Object({}, { additionalProperties: false });
  route('html', 'What an event was like, as a page', nothing);
  route('pdf', 'What an event was like, to print', nothing);
  route('csv', 'An event in steps, counts below k left out: zones, or passages', TableQuery);
};

const fileOf = async (
  { clock, recorder, reports }: ReportParts,
  format: ReportFormat,
  request: FastifyRequest<ReportRequest>,
): Promise<ReportFile> => {
  const { event } = request.params;
  const of = reports.of();
  const planned = of.calendar.events.find(({ id }) => id === event);
  if (planned === undefined) throw notFound(`the calendar has no event "${event}"`);
  const period = { from: startOf(planned), to: endOf(of.calendar, planned) };
  noteView(recorder, request, `report ${event}`, period);
  const task = { ...of, subject: { event }, formats: [format], now: clock.now() };
  const made = await reports.make(task);
  if (!made.ok) throw new HttpError(STATUS[made.code], made.code, made.message);
  const wanted = format === 'csv' ? `${request.query.table ?? 'zones'}.csv` : `report.${format}`;
  const file = made.value.find(({ name }) => name === wanted);
  if (file === undefined) throw new Error(`the report has no ${wanted}`);
  return file;
};
