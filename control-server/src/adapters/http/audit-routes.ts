import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import type { AuditReader } from '../../audit/audit-log.js';
import type { Recorder } from '../../audit/recorder.js';
import { AuditRecords, AuditRecordsQuery } from './access-schemas.js';
import { ApiError } from './api-schemas.js';
import { orUnavailable } from './http-error.js';
import { principalOf } from './route-permission.js';

const LIMIT = 100;

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
      const { query } = request;
      const records = orUnavailable(audit.find({ limit: LIMIT, ...query }));
      const head = orUnavailable(audit.head());
      const { from, to } = query;
      recorder.note({
        actor: principalOf(request),
        action: 'audit-viewed',
        subject: 'audit',
        details: {
          count: records.length,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        },
      });
      return { head, records };
    },
  );
};
