import { DrillDesk as Desk, DrillStart, fail } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import { drillRecorder } from '../../drill/drill-recorder.js';
import type { DrillDesk, DrillFault } from '../../main/drill-desk.js';
import { type ActParts, actRoutes } from './act-routes.js';
import { ApiError } from './api-schemas.js';
import { HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import { wholeVenueOnly } from './whole-venue-only.js';

export interface DrillParts extends ActParts {
  readonly drillDesk: DrillDesk;
}

const STATUS: Readonly<Record<DrillFault, number>> = {
  'already-running': 409,
  'not-running': 409,
  'no-such-scenario': 404,
  'not-on-record': 503,
};

const startOf = bodyParser(DrillStart);
const noDrill = () => fail('no-such-alert' as const, 'no drill runs');

/** Drills: what there is, begin, end, and acts on their alerts, which are on record as a drill's (SPEC DR1–DR5). */
export const drillRoutes = (app: FastifyInstance, parts: DrillParts): void => {
  const { drillDesk } = parts;
  const tags = ['drill'];
  const answers = { 200: Desk, '4xx': ApiError, 503: ApiError };
  const watch = { permission: 'watch' } as const;
  const run = { permission: 'run-drill' } as const;
  app.get(
    '/drill',
    {
      config: watch,
      schema: { summary: 'Drills there are, and the one that runs', tags, response: answers },
    },
    () => drillDesk.state(),
  );
  app.post(
    '/drill',
    {
      config: run,
      schema: { summary: 'Begin a drill', tags, body: DrillStart, response: answers },
      ...parsesItsBody,
    },
    async (request) => {
      const start = startOf(request.body);
      // Channels know no zones of their reader: whoever tells all of them must see all of it.
      if (start.tellsPeople) wholeVenueOnly(parts.sights, request);
      const begun = await drillDesk.start(start, principalOf(request));
      if (begun.ok) return begun.value;
      throw new HttpError(STATUS[begun.code], begun.code, begun.message);
    },
  );
  app.delete(
    '/drill',
    { config: run, schema: { summary: 'End the drill at once', tags, response: answers } },
    async (request) => {
      const ended = await drillDesk.end(principalOf(request));
      if (ended.ok) return ended.value;
      throw new HttpError(STATUS[ended.code], ended.code, ended.message);
    },
  );
  app.register(
    async (drill) =>
      actRoutes(drill, {
        ...parts,
        recorder: drillRecorder(parts.recorder),
        rehearse: (act) => drillDesk.line?.rehearse(act) ?? noDrill(),
        act: (act) => drillDesk.line?.act(act) ?? noDrill(),
      }),
    { prefix: '/drill' },
  );
};
