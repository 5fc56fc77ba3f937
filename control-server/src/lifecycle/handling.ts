import type { Alert, AlertHandling } from '@throng/contract';

/** Nobody has done anything yet. */
export const unhandled: AlertHandling = {
  at: null,
  acknowledged: null,
  assignee: null,
  shelved: null,
  unanswered: 0,
  comments: [],
};

/** What has been done about an alert; nothing, for one of an older release. */
export const handlingOf = ({ handling }: Alert): AlertHandling => handling ?? unhandled;

/** An alert that may cost lives: it is never set aside, and somebody must answer it. */
export const isGrave = ({ priority }: Pick<Alert, 'priority'>): boolean =>
  priority === 'critical' || priority === 'emergency';

/** An alert that got worse is a new one to whoever answered it: it must be answered anew (SPEC LC4). */
export const afterRise = (alert: Alert): Alert => {
  const handling = handlingOf(alert);
  const shelved = isGrave(alert) ? null : handling.shelved;
  return { ...alert, handling: { ...handling, acknowledged: null, unanswered: 0, shelved } };
};
