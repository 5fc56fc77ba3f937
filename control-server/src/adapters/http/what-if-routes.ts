import { WhatIfAnswer, WhatIfRequest } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import { limitsAt } from '../../limits-in-force/limits-at.js';
import type { VenueLimits } from '../../limits-in-force/venue-limits.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { type WalkingGround, walkingGround } from '../../what-if/walking-ground.js';
import { inquire, runInquiry, type WhatIfFault } from '../../what-if/what-if.js';
import { ApiError } from './api-schemas.js';
import { betweenTimes } from './between-times.js';
import { HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import type { StateSource } from './state-routes.js';

const STATUS: Readonly<Record<WhatIfFault, number>> = {
  'unknown-place': 404,
  contradiction: 400,
  'too-large': 400,
  'nothing-known': 409,
};

/** Requests per minute and address; one is run at a time. */
const REQUESTS_PER_MINUTE = 60;

const requestOf = bodyParser(WhatIfRequest);

/** Plans run from now's counts, side by side and beside doing nothing (SPEC WI1–WI6). */
export const whatIfRoutes = (
  app: FastifyInstance,
  { clock, plan, sights, state, venueLimits }: StateSource & { readonly venueLimits: VenueLimits },
): void => {
  const grounds = new WeakMap<VenuePlan, WalkingGround>();
  const groundOf = (venue: VenuePlan): WalkingGround => {
    const ground = grounds.get(venue) ?? walkingGround(venue);
    grounds.set(venue, ground);
    return ground;
  };
  let isRunning = false;
  const schema = {
    summary: 'What comes of plans: who is out when, how dense it gets, where',
    tags: ['advice'],
    body: WhatIfRequest,
    response: { 200: WhatIfAnswer, '4xx': ApiError },
  };
  const config = {
    permission: 'run-what-if',
    rateLimit: { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' },
  } as const;
  const options = { config, schema, ...parsesItsBody };
  app.post('/what-if', options, async (request): Promise<WhatIfAnswer> => {
    if (sights.of(principalOf(request)) !== null) {
      const message = 'a plan tells of the whole venue, of which you see a part';
      throw new HttpError(403, 'not-allowed', message);
    }
    const now = clock.now();
    const venue = plan();
    const bands = limitsAt(venue, venueLimits, now).map((limits) => limits.bands);
    const inquiry = inquire(
      venue,
      groundOf(venue),
      { ...state(), bands },
      requestOf(request.body),
      now,
    );
    if (!inquiry.ok) throw new HttpError(STATUS[inquiry.code], inquiry.code, inquiry.message);
    if (isRunning) {
      throw new HttpError(
        429,
        'busy',
        'plans of somebody else are being run; ask again in a second',
      );
    }
    isRunning = true;
    try {
      return await betweenTimes(runInquiry(inquiry.value));
    } finally {
      isRunning = false;
    }
  });
};
