import { timingSafeEqual } from 'node:crypto';
import { MODEL_TASKS, Sha256 } from '@throng/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { FleetStore } from '../../fleet/fleet-store.js';
import { newestOf } from '../../fleet/push.js';
import type { Weights } from '../fleet/weights-folder.js';
import { ApiError } from './api-schemas.js';
import { HttpError, notFound, orUnavailable } from './http-error.js';

export interface WeightsRouteParts {
  readonly store: FleetStore;
  readonly weights: Weights;
  readonly ticket: (edge: string, sha256: string) => string;
}

const Parameters = Type.Object({ sha256: Sha256 });
interface Wanted {
  readonly Params: Type.Static<typeof Parameters>;
}

const headerOf = ({ headers }: FastifyRequest, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

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
    description: 'Needs `x-throng-edge` and the `x-throng-ticket` of the document of that box.',
    tags: ['fleet'],
    params: Parameters,
    produces: ['application/octet-stream'],
    response: { '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'public', rateLimit } as const;
  // Before anything else of the request is looked at: who has no ticket is told nothing.
  const preValidation = async (request: FastifyRequest<Wanted>): Promise<void> => {
    const { sha256 } = request.params;
    const [edge, shown] = ['x-throng-edge', 'x-throng-ticket'].map((name) =>
      headerOf(request, name),
    );
    const isGood = edge && shown && isSame(shown, ticket(edge, sha256));
    const models = isGood ? orUnavailable(newestOf(store, edge))?.models : undefined;
    if (MODEL_TASKS.some((task) => models?.[task]?.model.sha256 === sha256)) return;
    throw new HttpError(401, 'no-ticket', 'this box was not told to fetch that');
  };
  app.get<Wanted>(
    '/fleet/weights/:sha256',
    { config, schema, preValidation },
    async (request, reply) => {
      const { sha256 } = request.params;
      const size = await weights.sizeOf(sha256);
      if (size === undefined) throw notFound('the weights are gone; add the model again');
      const from = firstByte(request.headers.range, size);
      return reply
        .status(from === 0 ? 200 : 206)
        .headers({
          'accept-ranges': 'bytes',
          'content-type': 'application/octet-stream',
          'content-length': size - from,
          ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
        })
        .send(weights.read(sha256, from));
    },
  );
};
