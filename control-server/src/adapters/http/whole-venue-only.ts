import type { FastifyRequest } from 'fastify';
import type { Sights } from '../../access/sights.js';
import { HttpError } from './http-error.js';
import { principalOf } from './route-permission.js';

/** Refuses whoever sees a part of the venue only: what they ask for changes, or tells of, all of it. */
export const wholeVenueOnly = (sights: Sights, request: FastifyRequest): void => {
  if (sights.of(principalOf(request)) === null) return;
  throw new HttpError(
    403,
    'not-allowed',
    'that is for who sees the whole venue; you see a part of it',
  );
};
