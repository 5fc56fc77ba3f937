import { LIMITS, toTimestamp } from '@throng/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Sights } from '../../access/sights.js';
import { diffVersions } from '../../fleet/diff.js';
import type { FleetDesk } from '../../fleet/fleet-desk.js';
import type { FleetVersion, FleetVersionHead } from '../../fleet/fleet-version.js';
import {
  type FleetParts,
  newestOf,
  type Pushed,
  pushSettings,
  restoreSettings,
} from '../../fleet/push.js';
import type { BoxView, Standing } from '../../fleet/standing.js';
import { ApiError } from './api-schemas.js';
import {
  Box,
  BoxDifferences,
  BoxParameters,
  BoxVersionHeads,
  BoxVersionParameters,
  BoxVersionWhole,
  DiffQuery,
  SettingsDraft,
} from './fleet-schemas.js';
import { HttpError, notFound, orUnavailable } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import { SavedVersion } from './version-schemas.js';
import { wholeVenueOnly } from './whole-venue-only.js';

export interface FleetRouteParts extends FleetParts {
  readonly desk: FleetDesk;
  readonly sights: Sights;
}

const STATUS: Readonly<Record<string, number>> = {
  faults: 400,
  'too-large': 413,
  'unknown-edge': 404,
  'no-such-version': 404,
  outdated: 409,
};

const headOf = ({ note, savedAt, savedBy, version }: FleetVersionHead) => ({
  ...{ version, savedBy, note },
  savedAt: toTimestamp(savedAt),
});

const wholeOf = (version: FleetVersion) => ({
  ...headOf(version),
  settings: version.settings,
  models: version.models,
});

const told = (standing: Standing) =>
  standing.kind === 'pending' ? { ...standing, since: toTimestamp(standing.since) } : standing;

/** A box as programs see it. */
export const boxAnswer = ({ desired, edge, heard, standing }: BoxView) => ({
  edge,
  standing: told(standing),
  ...(desired === undefined ? {} : { desired: headOf(desired) }),
  ...(heard === undefined ? {} : { report: heard.report, heardAt: toTimestamp(heard.heardAt) }),
});

const answerOf = (reply: FastifyReply, pushed: Pushed): FastifyReply => {
  if (pushed.ok) return reply.status(201).send({ version: pushed.value });
  const status = STATUS[pushed.code];
  if (status === undefined) {
    const message = 'it cannot be put on record now, so it was not done';
    throw new HttpError(503, `record-${pushed.code}`, message);
  }
  const { code, message } = pushed;
  const faults = 'faults' in pushed ? { faults: pushed.faults } : {};
  return reply.status(status).send({ error: { code, message, ...faults } });
};

const rateLimit = { max: 60, timeWindow: '1 minute' };
const draftOf = bodyParser(SettingsDraft);

interface OfBox {
  readonly Params: Type.Static<typeof BoxParameters>;
}
interface OfVersion {
  readonly Params: Type.Static<typeof BoxVersionParameters>;
}
interface Compared extends OfBox {
  readonly Querystring: Type.Static<typeof DiffQuery>;
}

/** What boxes are told and what they say, for who keeps the fleet. */
export const fleetRoutes = (
  app: FastifyInstance,
  { desk, sights, ...parts }: FleetRouteParts,
): void => {
  const { store } = parts;
  const config = { permission: 'keep-fleet' } as const;
  const errors = { '4xx': ApiError, 503: ApiError };
  const described = (summary: string, response: object) => ({
    ...{ summary, tags: ['fleet'] },
    response: { ...response, ...errors },
  });
  const all = described('All boxes: what they were told, what they say', { 200: Type.Array(Box) });
  app.get('/fleet', { config, schema: all }, async (request) => {
    wholeVenueOnly(sights, request);
    return desk.boxes().map(boxAnswer);
  });
  const versionOf = (edge: string, version: number): FleetVersion => {
    const found = orUnavailable(store.read(edge, version));
    if (found === undefined) throw notFound(`"${edge}" has no version ${version}`);
    return found;
  };
  const newest = described('What a box was told last', { 200: BoxVersionWhole });
  app.get<OfBox>(
    '/fleet/:edge',
    { config, schema: { ...newest, params: BoxParameters } },
    async (request) => {
      wholeVenueOnly(sights, request);
      const { edge } = request.params;
      const found = orUnavailable(newestOf(store, edge));
      if (found === undefined) throw notFound(`"${edge}" was told nothing yet`);
      return wholeOf(found);
    },
  );
  const heads = described('All versions of a box', { 200: BoxVersionHeads });
  app.get<OfBox>(
    '/fleet/:edge/versions',
    { config, schema: { ...heads, params: BoxParameters } },
    async (request) => {
      wholeVenueOnly(sights, request);
      return orUnavailable(store.versions(request.params.edge)).map(headOf);
    },
  );
  const one = described('One version of a box', { 200: BoxVersionWhole });
  app.get<OfVersion>(
    '/fleet/:edge/versions/:version',
    { config, schema: { ...one, params: BoxVersionParameters } },
    async (request) => {
      wholeVenueOnly(sights, request);
      return wholeOf(versionOf(request.params.edge, request.params.version));
    },
  );
  const diff = described('In what two versions of a box differ', { 200: BoxDifferences });
  app.get<Compared>(
    '/fleet/:edge/diff',
    { config, schema: { ...diff, params: BoxParameters, querystring: DiffQuery } },
    async (request) => {
      wholeVenueOnly(sights, request);
      const { params, query } = request;
      return diffVersions(versionOf(params.edge, query.from), versionOf(params.edge, query.to));
    },
  );
  const push = described('Tell a box what it shall do', { 201: SavedVersion });
  app.post<OfBox>(
    '/fleet/:edge/versions',
    {
      config: { ...config, rateLimit },
      schema: { ...push, body: SettingsDraft, params: BoxParameters },
      bodyLimit: LIMITS.desiredBytes,
      ...parsesItsBody,
    },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const { edge } = request.params;
      const pushed = await pushSettings(
        parts,
        { edge, ...draftOf(request.body) },
        principalOf(request),
      );
      desk.step();
      return answerOf(reply, pushed);
    },
  );
  const restore = described('Tell a box again what an earlier version said', {
    201: SavedVersion,
  });
  app.post<OfVersion>(
    '/fleet/:edge/versions/:version/restore',
    { config: { ...config, rateLimit }, schema: { ...restore, params: BoxVersionParameters } },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const restored = await restoreSettings(parts, request.params, principalOf(request));
      desk.step();
      return answerOf(reply, restored);
    },
  );
};
