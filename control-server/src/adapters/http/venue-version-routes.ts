import { type Fault, toTimestamp } from '@throng/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type Type from 'typebox';
import type { Sights } from '../../access/sights.js';
import type { Actor } from '../../audit/recorder.js';
import { saveVersion, type VersionParts } from '../../venue-versions/keep-versions.js';
import { ApiError } from './api-schemas.js';
import { HttpError, notFound, orUnavailable } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import {
  SavedVersion,
  VersionDraft,
  VersionHeads,
  VersionParameters,
  VersionWhole,
} from './version-schemas.js';
import { wholeVenueOnly } from './whole-venue-only.js';

/** A refusal of somebody who edits the venue. */
interface Refused {
  readonly code: string;
  readonly message: string;
  readonly faults?: readonly Fault[];
}

export interface VersionRouteParts extends VersionParts {
  readonly sights: Sights;
  /** Puts a version in force for everybody, at once. */
  readonly putInForce: (
    version: number,
    actor: Actor,
  ) => Promise<{ readonly ok: true } | ({ readonly ok: false } & Refused)>;
}

const STATUS: Readonly<Record<string, number>> = {
  faults: 400,
  'no-such-version': 404,
  outdated: 409,
  busy: 409,
};

/** Two thousand zones with their cameras, and some air. */
const MAX_DRAFT_BYTES = 8 * 1024 ** 2;

/** A change of the venue is worked out in full for every page: nobody needs more of them. */
const rateLimit = { max: 30, timeWindow: '1 minute' };

interface Named {
  readonly Params: Type.Static<typeof VersionParameters>;
}

const draftOf = bodyParser(VersionDraft);

const refuse = (reply: FastifyReply, { code, faults, message }: Refused): FastifyReply => {
  const status = STATUS[code];
  if (status === undefined) {
    throw new HttpError(
      503,
      `record-${code}`,
      'it cannot be put on record now, so it was not done',
    );
  }
  return reply.status(status).send({ error: { code, message, ...(faults && { faults }) } });
};

/** Versions of the venue, for who edits it. */
export const venueVersionRoutes = (app: FastifyInstance, parts: VersionRouteParts): void => {
  const { sights, versions } = parts;
  const config = { permission: 'edit-venue' } as const;
  const tags = ['venue'];
  const errors = { '4xx': ApiError, 503: ApiError };
  const described = (summary: string, response: object) => ({
    summary,
    tags,
    response: { ...response, ...errors },
  });
  app.get(
    '/venue-versions',
    { config, schema: described('All versions of the venue', { 200: VersionHeads }) },
    async (request) => {
      wholeVenueOnly(sights, request);
      const heads = orUnavailable(versions.list());
      return heads.map((head) => ({ ...head, savedAt: toTimestamp(head.savedAt) }));
    },
  );
  const one = described('One version of the venue', { 200: VersionWhole });
  app.get<Named>(
    '/venue-versions/:version',
    { config, schema: { ...one, params: VersionParameters } },
    async (request) => {
      wholeVenueOnly(sights, request);
      const { version } = request.params;
      const kept = orUnavailable(versions.read(version));
      if (kept === undefined) throw notFound(`there is no version ${version}`);
      return kept;
    },
  );
  const save = described('Save a version; it is not in force yet', { 201: SavedVersion });
  app.post(
    '/venue-versions',
    {
      config: { ...config, rateLimit },
      schema: { ...save, body: VersionDraft },
      bodyLimit: MAX_DRAFT_BYTES,
      ...parsesItsBody,
    },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const saved = await saveVersion(parts, draftOf(request.body), principalOf(request));
      return saved.ok ? reply.status(201).send({ version: saved.value }) : refuse(reply, saved);
    },
  );
  const put = described('Put a version in force, for everybody and at once', {});
  app.post<Named>(
    '/venue-versions/:version/put-in-force',
    { config: { ...config, rateLimit }, schema: { ...put, params: VersionParameters } },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const done = await parts.putInForce(request.params.version, principalOf(request));
      return done.ok ? reply.status(204).send() : refuse(reply, done);
    },
  );
};
