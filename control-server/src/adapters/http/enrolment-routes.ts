import { EnrolmentAnswer, EnrolmentRequest, RenewalRequest } from '@throng/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressKey } from '../../access/login-limits.js';
import { type Asking, type EnrolFault, enrolBox } from '../../enrolment/enrol-box.js';
import type { EnrolmentParts } from '../../enrolment/ports.js';
import { type RenewFault, renewCertificate } from '../../enrolment/renew-certificate.js';
import { ApiError } from './api-schemas.js';
import { HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';

export interface EnrolmentRouteParts {
  /** Undefined where the server keeps no authority. */
  readonly enrolment: EnrolmentParts | undefined;
}

const STATUS: Readonly<Record<EnrolFault | RenewFault, number>> = {
  'code-unknown': 403,
  'code-used': 410,
  'code-expired': 410,
  'code-for-another': 409,
  clock: 409,
  'certificate-unknown': 403,
  'certificate-revoked': 403,
  'certificate-ended': 403,
  'bad-signature': 403,
  'bad-request': 400,
  locked: 503,
  full: 503,
  io: 503,
  corrupt: 503,
  closed: 503,
};

/** A box is enrolled once and renewed every two months: whoever asks more often is guessing. */
const RATE = { max: 10, timeWindow: '1 minute' } as const;
const BODY_BYTES = 32 * 1024;

const enrolmentOf = bodyParser(EnrolmentRequest);
const renewalOf = bodyParser(RenewalRequest);

/** A name that may stand in an address; the broker's is told by it. */
const HOST = /^([A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])$/;

/** How a box comes to its certificate; the code, or the certificate it has, says who may. */
export const enrolmentRoutes = (app: FastifyInstance, { enrolment }: EnrolmentRouteParts): void => {
  const config = { permission: 'public', rateLimit: RATE } as const;
  const common = {
    tags: ['enrolment'],
    response: { 201: EnrolmentAnswer, '4xx': ApiError, 503: ApiError },
  };
  const opened = (): EnrolmentParts => {
    if (enrolment !== undefined) return enrolment;
    const message = 'this server enrols no boxes; set server.enrolment in its venue file';
    throw new HttpError(404, 'no-enrolment', message);
  };
  const asking = ({ hostname, ip }: FastifyRequest): Asking => {
    if (HOST.test(hostname)) return { address: addressKey(ip), host: hostname };
    throw new HttpError(400, 'bad-request', 'the host header names no host');
  };
  const refused = ({ code, message }: { code: EnrolFault | RenewFault; message: string }) => {
    const status = STATUS[code];
    return status === 503
      ? new HttpError(503, `record-${code}`, 'it cannot be put on record now, so it was not done')
      : new HttpError(status, code, message);
  };

  app.post(
    '/enrolment',
    {
      ...{ config, bodyLimit: BODY_BYTES, ...parsesItsBody },
      schema: { summary: 'Enrol a box by a one-time code', body: EnrolmentRequest, ...common },
    },
    async (request, reply) => {
      const parts = opened();
      const enrolled = await enrolBox(parts, enrolmentOf(request.body), asking(request));
      if (!enrolled.ok) throw refused(enrolled);
      return reply.status(201).send(enrolled.value);
    },
  );
  app.post(
    '/enrolment/renew',
    {
      ...{ config, bodyLimit: BODY_BYTES, ...parsesItsBody },
      schema: { summary: 'Renew the certificate of a box', body: RenewalRequest, ...common },
    },
    async (request, reply) => {
      const parts = opened();
      const renewed = await renewCertificate(parts, renewalOf(request.body), asking(request));
      if (!renewed.ok) throw refused(renewed);
      return reply.status(201).send(renewed.value);
    },
  );
};
