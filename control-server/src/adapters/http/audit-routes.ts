import { fromTimestamp, toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import type { AuditReader } from '../../audit/audit-log.js';
import type { Recorder } from '../../audit/recorder.js';
import { AuditRecords, AuditRecordsQuery } from './access-schemas.js';
import { ApiError } from './api-schemas.js';
import { badRequest, orUnavailable } from './http-error.js';
import { principalOf } from './route-permission.js';

const LIMIT = 100;

/** Moments are compared as texts, so they must be of one form. */
const sameForm = (moment: string): string => {
  const at = fromTimestamp(moment);
  if (Number.isNaN(at)) throw badRequest('from or to is no moment of the calendar');
  return toTimestamp(at);
};

/** Who did what, when; that somebody looked is on record too. */
export const auditRoutes = (
  app: FastifyInstance,
  { audit, recorder }: { readonly audit: AuditReader; readonly recorder: Recorder },
): void => {
  app.get<{ Querystring: Type.Static<typeof AuditRecordsQuery> }>(
    '/audit',
    {
      config: { permission: 'read-audit' },
      schema: {
        summary: 'The audit log, newest first, with the head of its chain',
        tags: ['access'],
        querystring: AuditRecordsQuery,
        response: { 200: AuditRecords, '4xx': ApiError, 503: ApiError },
      },
    },
    async (request) => {
      const { from: asked, to: until, ...rest } = request.query;
      const period = {
        ...(asked === undefined ? {} : { from: sameForm(asked) }),
        ...(until === undefined ? {} : { to: sameForm(until) }),
      };
      const records = orUnavailable(audit.find({ limit: LIMIT, ...rest, ...period }));
      const head = orUnavailable(audit.head());
      recorder.note({
        actor: principalOf(request),
        action: 'audit-viewed',
        subject: 'audit',
        details: { count: records.length, ...period },
      });
      return { head, records };
    },
  );
};
