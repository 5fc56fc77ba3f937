import type { Fault } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type { StoreResult } from '../../store/measurement-store.js';

/** An answer other than success; thrown in a route, it becomes `{error: {code, message, faults?}}`. */
export class HttpError extends Error {
  readonly statusCode: number;
  readonly code: string;
  /** Everything that is wrong with what was sent, where that is known piece by piece. */
  readonly faults: readonly Fault[] | undefined;

  constructor(statusCode: number, code: string, message: string, faults?: readonly Fault[]) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.faults = faults;
  }
}

export const notFound = (message: string): HttpError => new HttpError(404, 'not-found', message);
export const badRequest = (message: string, faults?: readonly Fault[]): HttpError =>
  new HttpError(400, 'bad-request', message, faults);

/** What the store gave, or 503: it may well answer the next time. */
export const orUnavailable = <Value>(result: StoreResult<Value>): Value => {
  if (result.ok) return result.value;
  throw new HttpError(503, `store-${result.code}`, 'the store cannot be read now; try again');
};

const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many-requests',
};

/** Gives every failure the same form. What is our own fault is logged and not told to the outside. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
        ? error.statusCode
        : 500;
    if (status >= 500 && !(error instanceof HttpError)) {
      request.log.error({ err: error }, 'request failed');
      const message = 'the server failed; its log says why';
      return reply.status(500).send({ error: { code: 'internal', message } });
    }
    const code = error instanceof HttpError ? error.code : (CODES[status] ?? 'refused');
    const message = error instanceof Error ? error.message : 'refused';
    const faults = error instanceof HttpError && error.faults ? { faults: error.faults } : {};
    return reply.status(status).send({ error: { code, message, ...faults } });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      error: {
        code: 'not-found',
        message: `nothing at ${request.method} ${request.url.slice(0, 200)}`,
      },
    }),
  );
};
