import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { recorded } from '../../access/keep-parts.js';
import type { Sights } from '../../access/sights.js';
import type { Recorder } from '../../audit/recorder.js';
import type { Clock } from '../../clock.js';
import {
  type FloorPlanStore,
  MAX_PICTURE_BYTES,
  PICTURE_TYPES,
} from '../../venue-versions/floor-plan.js';
import { checkPicture } from '../pictures/check-picture.js';
import { ApiError } from './api-schemas.js';
import { HttpError, notFound, orUnavailable } from './http-error.js';
import { principalOf } from './route-permission.js';
import { KeptPicture, PictureParameters } from './version-schemas.js';
import { wholeVenueOnly } from './whole-venue-only.js';

export interface FloorPlanRouteParts {
  readonly pictures: FloorPlanStore;
  readonly sights: Sights;
  readonly recorder: Recorder;
  readonly clock: Clock;
}

interface Named {
  readonly Params: Type.Static<typeof PictureParameters>;
}

/** Pictures of the floor: kept by the hash of their bytes, so that one never changes. */
export const floorPlanRoutes = (app: FastifyInstance, parts: FloorPlanRouteParts): void => {
  const { clock, pictures, recorder, sights } = parts;
  // Bytes are for these routes only: everywhere else a body is JSON or refused.
  void app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    const settings = { parseAs: 'buffer', bodyLimit: MAX_PICTURE_BYTES } as const;
    bytes.addContentTypeParser(
      [...PICTURE_TYPES],
      settings,
      async (_: unknown, body: Buffer) => body,
    );
    const schema = {
      summary: 'Keep a picture of the floor: PNG, JPEG or WebP, 4 MB at most',
      tags: ['venue'],
      consumes: [...PICTURE_TYPES],
      response: { 200: KeptPicture, '4xx': ApiError, 503: ApiError },
    };
    const rateLimit = { max: 20, timeWindow: '1 minute' };
    const config = { permission: 'edit-venue', rateLimit } as const;
    bytes.put('/floor-plans', { config, schema }, async (request) => {
      wholeVenueOnly(sights, request);
      const { body, headers } = request;
      const type = PICTURE_TYPES.find((each) => each === headers['content-type']?.split(';')[0]);
      if (type === undefined || !Buffer.isBuffer(body)) {
        throw new HttpError(415, 'not-a-picture', 'send the bytes of a PNG, JPEG or WebP');
      }
      const checked = checkPicture(type, body);
      if (!checked.ok) throw new HttpError(400, checked.code, checked.message);
      const id = createHash('sha256').update(body).digest('hex');
      const actor = principalOf(request);
      const picture = { id, type, bytes: body, savedAt: clock.now(), savedBy: actor.name };
      const act = { actor, action: 'floor-plan-added', subject: id } as const;
      const kept = await recorded({ recorder }, act, () => pictures.keep(picture));
      if (kept.ok) return { id };
      if (kept.code === 'too-many-pictures') throw new HttpError(409, kept.code, kept.message);
      throw new HttpError(503, `record-${kept.code}`, 'it cannot be kept now; try again');
    });
  });
  const schema = {
    summary: 'A picture of the floor',
    tags: ['venue'],
    params: PictureParameters,
    produces: [...PICTURE_TYPES],
    response: { '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'watch' } as const;
  app.get<Named>('/floor-plans/:id', { config, schema }, async (request, reply) => {
    const picture = orUnavailable(pictures.read(request.params.id));
    if (picture === undefined) throw notFound('no such picture is kept');
    return reply
      .type(picture.type)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(Buffer.from(picture.bytes));
  });
};
