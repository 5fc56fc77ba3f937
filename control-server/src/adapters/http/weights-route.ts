import { timingSafeEqual } from 'node:crypto';
import { Identifier, MODEL_TASKS, Sha256 } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { FleetStore } from '../../fleet/fleet-store.js';
import { newestOf } from '../../fleet/push.js';
import type { Weights } from '../fleet/weights-folder.js';
import { HttpError, notFound, orUnavailable } from './http-error.js';
import { VersionError } from './version-schemas.js';

export interface WeightsRouteParts {
  readonly store: FleetStore;
  readonly weights: Weights;
  readonly ticket: (edge: string, sha256: string) => string;
}

const Parameters = Type.Object({ sha256: Sha256 });
const Headers = Type.Object({
  'x-throng-edge': Identifier,
  'x-throng-ticket': Sha256,
  range: Type.Optional(Type.String({ maxLength: 100 })),
});

interface Wanted {
  readonly Params: Type.Static<typeof Parameters>;
  readonly Headers: Type.Static<typeof Headers>;
}

const isSame = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

/** The byte from which on a box goes on: of `bytes=N-` only, which is all that boxes ask. */
const firstByte = (range: string | undefined, size: number): number => {
  const first = Number(/^bytes=(\d{1,12})-$/.exec(range ?? '')?.[1] ?? 0);
  if (first < size || first === 0) return first;
  throw new HttpError(416, 'range', `the file has ${size} bytes`);
};

/** Enough for a box whose line breaks again and again. */
const rateLimit = { max: 120, timeWindow: '1 minute' };

/**
 * Weights of models, for boxes. A box shows the ticket that came in its signed document: it opens this
 * file to this box, for as long as the box is told to run it.
 */
export const weightsRoute = (
  app: FastifyInstance,
  { store, ticket, weights }: WeightsRouteParts,
): void => {
  const schema = {
    summary: 'The weights of a model, for a box that was told to run it',
    tags: ['fleet'],
    params: Parameters,
    headers: Headers,
    produces: ['application/octet-stream'],
    response: { '4xx': VersionError, 503: VersionError },
  };
  const config = { permission: 'public', rateLimit } as const;
  app.get<Wanted>('/fleet/weights/:sha256', { config, schema }, async (request, reply) => {
    const { sha256 } = request.params;
    const { range, 'x-throng-edge': edge, 'x-throng-ticket': shown } = request.headers;
    const models = orUnavailable(newestOf(store, edge))?.models ?? {};
    const isTold = MODEL_TASKS.some((task) => models[task]?.model.sha256 === sha256);
    if (!isSame(shown, ticket(edge, sha256)) || !isTold) {
      throw new HttpError(403, 'no-ticket', 'this box was not told to fetch that');
    }
    const size = await weights.sizeOf(sha256);
    if (size === undefined) throw notFound('the weights are gone; add the model again');
    const from = firstByte(range, size);
    return reply
      .status(from === 0 ? 200 : 206)
      .headers({
        'accept-ranges': 'bytes',
        'content-type': 'application/octet-stream',
        'content-length': size - from,
        ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
      })
      .send(weights.read(sha256, from));
  });
};
