import type { Alert } from '@throng/contract';
import type { Occurrence } from '../../../../control-server/src/notifications/occurrence.js';
import type { NotificationRule } from '../../../../control-server/src/notifications/rule.js';
import type { Telling } from '../../../../control-server/src/notifications/tell.js';
import { VENUE } from '../support/venue.js';

export const AT = Date.UTC(2026, 6, 4, 20, 0);

export const TELLING: Telling = {
  ...{ venue: VENUE, language: 'en', timeZone: 'Europe/Berlin', now: AT, isDrill: false },
};

export const densityAlert = (change: Partial<Alert> = {}): Alert => ({
  id: 'density-east-1',
  category: 'crowd',
  priority: 'warning',
  state: 'active',
  raisedAt: '2026-07-04T20:00:00.000Z',
  changedAt: '2026-07-04T20:00:00.000Z',
  clearedAt: null,
  reason: {
    ...{ kind: 'density', zone: 'east', density: 4.2, sigma: 0.2, threshold: 4, persons: 420 },
    ...{ coverage: 1, sustainedSeconds: 10, onDelaySeconds: 10, clearsBelow: 3.6 },
    ...{ offDelaySeconds: 30, trend: null },
  },
  ...change,
});

export const occurrence = (change: Partial<Occurrence> = {}): Occurrence => ({
  kind: 'raised',
  alert: densityAlert(),
  key: 'density-east-1 raised',
  calls: 0,
  isUrgent: false,
  ...change,
});

export const rule = (change: Partial<NotificationRule> = {}): NotificationRule => ({
  ...{ id: 'all', channel: 'hook', categories: ['crowd', 'system'], minimumPriority: 'warning' },
  ...{ cooldownSeconds: 0, afterUnanswered: 0, cleared: false },
  ...change,
});
