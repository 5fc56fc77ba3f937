import { Identifier, Timestamp, toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { AgentCertificate } from '../../enrolment/agent-certificate.js';
import { CODE_MINUTES } from '../../enrolment/one-time-code.js';
import type { EnrolmentParts } from '../../enrolment/ports.js';
import { revoke } from '../../enrolment/revoke.js';
import { newCode } from '../enrolment/new-code.js';
import { ApiError } from './api-schemas.js';
import { HttpError, orUnavailable } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

export interface BoxRouteParts {
  /** Undefined where the server keeps no authority. */
  readonly enrolment: EnrolmentParts | undefined;
}

const closed = { additionalProperties: false } as const;
const orNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));
const Moment = Type.Union([Timestamp, Type.Null()]);

const Certificate = Type.Object(
  {
    ...{ serial: Type.String(), edge: Identifier, issuedBy: Type.String() },
    ...{ issuedAt: Timestamp, endsAt: Timestamp },
    /** When the server's own broker last let it in. */
    seenAt: Moment,
    revokedAt: Moment,
    reason: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);

const EdgeParameter = Type.Object({ edge: Identifier });
const CodeWish = Type.Object(
  {
    minutes: Type.Integer({
      ...{ minimum: CODE_MINUTES.least, maximum: CODE_MINUTES.most },
      default: CODE_MINUTES.byDefault,
    }),
  },
  { ...closed, default: {} },
);
const MadeCode = Type.Object(
  { code: Type.String({ description: 'shown this once' }), expiresAt: Timestamp },
  closed,
);
const RevocationWish = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
);
const Revoked = Type.Object({ serials: Type.Array(Type.String()), codes: Type.Integer() }, closed);

const codeWishOf = bodyParser(CodeWish);
const revocationOf = bodyParser(RevocationWish);

const told = ({ fingerprint: _, ...certificate }: AgentCertificate) => ({
  ...certificate,
  ...{ issuedAt: toTimestamp(certificate.issuedAt), endsAt: toTimestamp(certificate.endsAt) },
  ...{ seenAt: orNull(certificate.seenAt), revokedAt: orNull(certificate.revokedAt) },
});

/** What admins do about boxes, as the commands `enrolled`, `enroll` and `revoke`. */
export const boxRoutes = (app: FastifyInstance, { enrolment }: BoxRouteParts): void => {
  const config = { permission: 'keep-accounts' } as const;
  const errors = { '4xx': ApiError, 503: ApiError };
  const tags = ['enrolment'];
  const opened = (): EnrolmentParts => {
    if (enrolment !== undefined) return enrolment;
    const message = 'this server enrols no boxes; set server.enrolment in its venue file';
    throw new HttpError(404, 'no-enrolment', message);
  };

  app.get(
    '/boxes/certificates',
    {
      config,
      schema: {
        ...{ summary: 'Certificates of boxes', tags },
        response: { 200: Type.Array(Certificate), ...errors },
      },
    },
    // A server without an authority has given none out.
    async () =>
      enrolment === undefined ? [] : orUnavailable(enrolment.store.certificates()).map(told),
  );
  app.post<{ Params: Type.Static<typeof EdgeParameter> }>(
    '/boxes/:edge/code',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        ...{ summary: 'Make a code by which a box gets its certificate, once', tags },
        ...{ params: EdgeParameter, body: CodeWish },
        response: { 201: MadeCode, ...errors },
      },
    },
    async (request, reply) => {
      const parts = opened();
      const wish = { edge: request.params.edge, ...codeWishOf(request.body) };
      const made = await newCode(parts, parts.certFile, wish, principalOf(request));
      if (!made.ok)
        throw new HttpError(made.code === 'reserved' ? 409 : 503, made.code, made.message);
      const expiresAt = toTimestamp(made.value.expiresAt);
      return reply.status(201).send({ code: made.value.code, expiresAt });
    },
  );
  app.post<{ Params: Type.Static<typeof EdgeParameter> }>(
    '/boxes/:edge/revocation',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        ...{ summary: 'Let a box do nothing any more', tags },
        ...{ params: EdgeParameter, body: RevocationWish },
        response: { 200: Revoked, ...errors },
      },
    },
    async (request) => {
      const { reason } = revocationOf(request.body);
      const revoked = await revoke(opened(), request.params.edge, reason, principalOf(request));
      if (!revoked.ok) {
        const status = revoked.code === 'unknown' ? 404 : 503;
        throw new HttpError(status, revoked.code, revoked.message);
      }
      const { certificates, codes } = revoked.value;
      return { serials: certificates.map(({ serial }) => serial), codes };
    },
  );
};
