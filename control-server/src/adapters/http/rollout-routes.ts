import {
  Identifier,
  MODEL_BYTES,
  Sha256,
  Timestamp,
  TRIAL_LIMITS,
  TrialFigures,
  TrialLimits,
  toTimestamp,
} from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Sights } from '../../access/sights.js';
import type { FleetParts } from '../../fleet/push.js';
import { ROLLOUT_STATES, type Rollout } from '../../fleet/rollout.js';
import { changeRollout, startRollout } from '../../fleet/rollout-desk.js';
import { stopsFrom } from '../../fleet/stops.js';
import { ApiError } from './api-schemas.js';
import { HttpError, orUnavailable } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import { wholeVenueOnly } from './whole-venue-only.js';

export interface RolloutRouteParts extends FleetParts {
  readonly sights: Sights;
  /** Does at once what was decided. */
  readonly step: () => void;
}

const closed = { additionalProperties: false } as const;
const Number_ = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
const Stop = Type.Object({ edge: Identifier, camera: Identifier }, closed);

const OneRollout = Type.Object({
  number: Number_,
  startedAt: Timestamp,
  startedBy: Type.String(),
  model: Type.String(),
  sha256: Sha256,
  task: Type.String(),
  state: Type.Unsafe<Rollout['state']>(
    Type.Union(ROLLOUT_STATES.map((word) => Type.Literal(word))),
  ),
  stops: Type.Array(Stop),
  outcomes: Type.Array(
    Type.Object({
      edge: Identifier,
      outcome: Type.Union([Type.Literal('in-force'), Type.Literal('rolled-back')]),
      reason: Type.Optional(Type.String()),
      figures: Type.Optional(TrialFigures),
    }),
  ),
});

const Offerable = Type.Object({
  id: Type.String(),
  task: Type.String(),
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 1, maximum: MODEL_BYTES }),
  addedAt: Timestamp,
  addedBy: Type.String(),
});

const Wish = Type.Object(
  {
    sha256: Sha256,
    canary: Stop,
    /** The boxes after the canary; all others of the venue by default. */
    next: Type.Optional(Type.Array(Stop, { maxItems: 1_000 })),
    seconds: Type.Integer({ minimum: 1, maximum: 86_400, default: 600 }),
    leastLooks: Type.Integer({ minimum: 1, maximum: 100_000, default: 120 }),
    limits: Type.Optional(TrialLimits),
  },
  closed,
);

const Change = Type.Object(
  { state: Type.Union([Type.Literal('running'), Type.Literal('paused'), Type.Literal('aborted')]) },
  closed,
);
const Numbered = Type.Object({ number: Number_ });

interface OfRollout {
  readonly Params: Type.Static<typeof Numbered>;
}

const wishOf = bodyParser(Wish);
const changeOf = bodyParser(Change);

const STATUS: Readonly<Record<string, number>> = {
  'no-such-model': 404,
  'no-such-rollout': 404,
  'no-such-camera': 400,
  'too-large': 413,
  'under-way': 409,
  busy: 409,
  outdated: 409,
  over: 409,
};

const refused = ({ code, message }: { code: string; message: string }): HttpError => {
  const status = STATUS[code];
  return status === undefined
    ? new HttpError(503, `record-${code}`, 'it cannot be put on record now, so it was not done')
    : new HttpError(status, code, message);
};

/** Models on their way through the boxes, for who keeps the fleet. */
export const rolloutRoutes = (app: FastifyInstance, parts: RolloutRouteParts): void => {
  const { sights, step, store, venue } = parts;
  const config = {
    permission: 'keep-fleet',
    rateLimit: { max: 60, timeWindow: '1 minute' },
  } as const;
  const errors = { '4xx': ApiError, 503: ApiError };
  const described = (summary: string, response: object) => ({
    ...{ summary, tags: ['fleet'] },
    response: { ...response, ...errors },
  });
  const models = described('Models that can be rolled out', { 200: Type.Array(Offerable) });
  app.get('/fleet-models', { config, schema: models }, async (request) => {
    wholeVenueOnly(sights, request);
    return orUnavailable(store.models()).map(({ addedAt, addedBy, model }) => ({
      ...{ id: model.id, task: model.task, sha256: model.sha256, bytes: model.bytes, addedBy },
      addedAt: toTimestamp(addedAt),
    }));
  });
  const all = described('All rollouts, newest first', { 200: Type.Array(OneRollout) });
  app.get('/fleet-rollouts', { config, schema: all }, async (request) => {
    wholeVenueOnly(sights, request);
    const names = new Map(
      orUnavailable(store.models()).map(({ model }) => [model.sha256, model.id] as const),
    );
    return orUnavailable(store.rollouts()).map((rollout) => ({
      ...rollout,
      model: names.get(rollout.sha256) ?? rollout.sha256.slice(0, 12),
      startedAt: toTimestamp(rollout.startedAt),
    }));
  });
  const start = described('Begin a rollout', { 201: Numbered });
  app.post(
    '/fleet-rollouts',
    { config, schema: { ...start, body: Wish }, ...parsesItsBody },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const {
        canary,
        leastLooks,
        limits = TRIAL_LIMITS,
        next,
        seconds,
        sha256,
      } = wishOf(request.body);
      const stops = stopsFrom(venue(), canary, next);
      const wish = { sha256, stops, trial: { seconds, leastLooks, limits } };
      const started = await startRollout(parts, wish, principalOf(request));
      if (!started.ok) throw refused(started);
      step();
      return reply.status(201).send({ number: started.value });
    },
  );
  const change = described('Pause, resume or abort a rollout', {});
  app.post<OfRollout>(
    '/fleet-rollouts/:number/state',
    { config, schema: { ...change, params: Numbered, body: Change }, ...parsesItsBody },
    async (request, reply) => {
      wholeVenueOnly(sights, request);
      const { state } = changeOf(request.body);
      // Its own check is off with the body's: `parsesItsBody` holds for the whole route.
      const number = Number(request.params.number);
      const changed = await changeRollout(parts, number, state, principalOf(request));
      if (!changed.ok) throw refused(changed);
      step();
      return reply.status(204).send();
    },
  );
};
