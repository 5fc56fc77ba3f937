import { Alert, AlertAct, type Result } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { alertInSight } from '../../access/alert-in-sight.js';
import type { AuditAction } from '../../audit/audit-action.js';
import type { AuditDetails } from '../../audit/audit-details.js';
import type { Recorder } from '../../audit/recorder.js';
import type { ActFault } from '../../lifecycle/handle-alert.js';
import type { Act } from '../../processing/process-act.js';
import { ApiError } from './api-schemas.js';
import { HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import type { StateSource } from './state-routes.js';

export interface ActParts extends StateSource {
  readonly recorder: Pick<Recorder, 'record'>;
  /** Whether an act could be done now; changes nothing. */
  readonly rehearse: (act: Act) => Result<Alert, ActFault>;
  /** Does it, and tells everybody. */
  readonly act: (act: Act) => Result<Alert, ActFault>;
  /** Writes what waits: what somebody was told is done must survive a kill right after. */
  readonly keep: () => Promise<unknown>;
}

const STATUS: Readonly<Record<ActFault, number>> = {
  'no-such-alert': 404,
  cleared: 409,
  'too-grave': 409,
  'too-many-comments': 409,
};

const ACTIONS: Readonly<Record<AlertAct['kind'], AuditAction>> = {
  acknowledge: 'alert-acknowledged',
  assign: 'alert-assigned',
  comment: 'alert-commented',
  shelve: 'alert-shelved',
  unshelve: 'alert-unshelved',
  'call-for-help': 'alert-help-called',
};

const detailsOf = (act: AlertAct, { handling, priority }: Alert): AuditDetails => {
  switch (act.kind) {
    case 'assign':
      return { priority, assignee: act.to };
    case 'comment':
      return { priority, comment: act.text };
    case 'shelve':
      return { priority, ...(handling?.shelved ? { until: handling.shelved.until } : {}) };
    case 'acknowledge':
    case 'unshelve':
    case 'call-for-help':
      return { priority };
  }
};

const actOf = bodyParser(AlertAct);

const AlertParameters = Type.Object({ alert: Type.String({ maxLength: 64 }) });

interface ActRequest {
  readonly Params: Type.Static<typeof AlertParameters>;
}

const orRefused = (result: Result<Alert, ActFault>): Alert => {
  if (result.ok) return result.value;
  throw new HttpError(STATUS[result.code], result.code, result.message);
};

/** What people do about alerts (SPEC LC1–LC10): first on record, then done, then told to all. */
export const actRoutes = (app: FastifyInstance, parts: ActParts): void => {
  const schema = {
    summary: 'Acknowledge, assign, comment or shelve an alert',
    tags: ['now'],
    params: AlertParameters,
    body: AlertAct,
    response: { 200: Alert, '4xx': ApiError, 503: ApiError },
  };
  const config = { permission: 'handle-alerts' } as const;
  const options = { config, schema, ...parsesItsBody };
  app.post<ActRequest>('/alerts/:alert/acts', options, async (request) => {
    const { params } = request;
    const body = actOf(request.body);
    const principal = principalOf(request);
    const act = { alert: params.alert, act: body, by: principal.name };
    const rehearsed = orRefused(parts.rehearse(act));
    const sight = parts.sights.of(principal);
    if (alertInSight(rehearsed, sight).length === 0) {
      throw new HttpError(
        404,
        'no-such-alert',
        `no alert "${params.alert}" stands or cleared lately`,
      );
    }
    const written = await parts.recorder.record({
      actor: { name: principal.name, role: principal.role },
      action: ACTIONS[body.kind],
      subject: params.alert,
      details: detailsOf(body, rehearsed),
    });
    if (!written.ok) {
      throw new HttpError(
        503,
        'not-on-record',
        'the audit log cannot be written, so nothing was done; the system alerts say why',
      );
    }
    const [told = rehearsed] = alertInSight(orRefused(parts.act(act)), sight);
    await parts.keep();
    return told;
  });
};
