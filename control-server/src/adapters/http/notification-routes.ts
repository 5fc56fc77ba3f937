import { faultLines, faultsUnder, toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type { Sights } from '../../access/sights.js';
import type { Recorder } from '../../audit/recorder.js';
import type { Clock } from '../../clock.js';
import type { Channel } from '../../notifications/delivery.js';
import type { NotificationStore } from '../../notifications/notification-store.js';
import type { Notifier } from '../../notifications/notifier.js';
import { PUSH } from '../../notifications/rule.js';
import { ruleFaults } from '../../notifications/rule-faults.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { ApiError } from './api-schemas.js';
import { badRequest, HttpError, orUnavailable } from './http-error.js';
import { NotificationState, RulesBody, TestBody, TestOutcome } from './notification-schemas.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';
import { wholeVenueOnly } from './whole-venue-only.js';

export interface NotificationRouteParts {
  readonly plan: () => VenuePlan;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly sights: Sights;
  readonly notifications: {
    readonly notifier: Notifier;
    readonly store: NotificationStore;
    readonly channels: readonly Channel[];
    readonly pushKey: string;
  };
}

const rulesOf = bodyParser(RulesBody);
const testOf = bodyParser(TestBody);

const phasesOf = ({ calendar }: VenuePlan): string[] => [
  ...new Set(calendar.plans.flatMap(({ phases }) => phases.map(({ id }) => id))),
];

/** Puts something on record before it is done; 503 where that cannot be. */
export const recordedOrRefused = async (
  recorder: Recorder,
  act: Parameters<Recorder['record']>[0],
): Promise<void> => {
  const written = await recorder.record(act);
  if (written.ok) return;
  const message = 'the audit log cannot be written, so nothing was done; the system alerts say why';
  throw new HttpError(503, 'not-on-record', message);
};

/** Who is told of what by which channel, whether the channels work, and a test of each. */
export const notificationRoutes = (
  app: FastifyInstance,
  { clock, notifications, plan, recorder, sights }: NotificationRouteParts,
): void => {
  const { channels, notifier, store } = notifications;
  const config = { permission: 'set-notifications' } as const;
  const tags = ['notifications'];
  const errors = { '4xx': ApiError, 503: ApiError };

  const stateNow = () => {
    const last = orUnavailable(store.lastDeliveries());
    const subscriptions = orUnavailable(store.subscriptions());
    const set = notifier.rulesAsSet;
    return {
      channels: channels.map(({ id, kind }) => {
        const found = last.find(({ channel }) => channel === id);
        return {
          ...{ id, kind, subscriptions: id === PUSH ? subscriptions.length : null },
          last:
            found === undefined
              ? null
              : { at: toTimestamp(found.at), outcome: found.outcome, code: found.code },
        };
      }),
      rules: [...notifier.rules],
      set: set === undefined ? null : { by: set.by, at: toTimestamp(set.at) },
      phases: phasesOf(plan()),
    };
  };
  const checked = (body: unknown) => {
    const { rules } = rulesOf(body);
    const faults = ruleFaults(rules, {
      channels: new Set(channels.map(({ id }) => id).filter((id) => id !== PUSH)),
      zones: new Set(plan().zoneIndex.keys()),
      phases: new Set(phasesOf(plan())),
    });
    if (faults.length > 0)
      throw badRequest(faultLines(faults, rules).join('; '), faultsUnder('/rules', faults));
    return rules;
  };

  app.get(
    '/notifications',
    {
      config,
      schema: {
        summary: 'Channels with how their last delivery went, and the rules in force',
        ...{ tags, response: { 200: NotificationState, ...errors } },
      },
    },
    async (request) => {
      wholeVenueOnly(sights, request);
      return stateNow();
    },
  );
  app.put(
    '/notifications/rules',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Set the rules, in place of those of the venue file',
        ...{ tags, body: RulesBody, response: { 200: NotificationState, ...errors } },
      },
    },
    async (request) => {
      wholeVenueOnly(sights, request);
      const rules = checked(request.body);
      const actor = principalOf(request);
      await recordedOrRefused(recorder, {
        ...{ actor, action: 'notification-settings-changed', subject: 'rules' },
        details: { count: rules.length },
      });
      orUnavailable(store.setRules({ rules, by: actor.name, at: clock.now() }));
      return stateNow();
    },
  );
  app.delete(
    '/notifications/rules',
    {
      config,
      schema: {
        summary: 'Go back to the rules of the venue file',
        ...{ tags, response: { 200: NotificationState, ...errors } },
      },
    },
    async (request) => {
      wholeVenueOnly(sights, request);
      await recordedOrRefused(recorder, {
        ...{ actor: principalOf(request), action: 'notification-settings-changed' },
        ...{ subject: 'rules', details: { mode: 'venue-file' } },
      });
      orUnavailable(store.clearRules());
      return stateNow();
    },
  );
  app.post(
    '/notifications/test',
    {
      ...{ config, ...parsesItsBody },
      schema: {
        summary: 'Send a test by a channel, and tell how it went',
        ...{ tags, body: TestBody, response: { 200: TestOutcome, ...errors } },
      },
    },
    async (request) => {
      wholeVenueOnly(sights, request);
      const { channel } = testOf(request.body);
      if (channel === PUSH) throw badRequest('people test push where they are told: on the phone');
      if (!channels.some(({ id }) => id === channel)) {
        throw badRequest(`there is no channel "${channel}"`);
      }
      const outcome = await notifier.test(channel, null);
      return outcome.ok ? { sent: true, code: null } : { sent: false, code: outcome.code };
    },
  );
};
