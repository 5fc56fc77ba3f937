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

/** Somebody at the place called for help, and nobody has answered yet (SPEC LC10). */
export const isHelpAwaited = (alert: Alert): boolean => {
  const { acknowledged, help } = handlingOf(alert);
  return help !== undefined && acknowledged === null;
};

/** An alert that got worse is a new one to whoever answered it: it must be answered anew (SPEC LC4). */
export const afterRise = (alert: Alert): Alert => {
  const { help, ...handling } = handlingOf(alert);
  const shelved = isGrave(alert) ? null : handling.shelved;
  // A call for help that was answered is not to be answered again.
  const awaited = help !== undefined && handling.acknowledged === null ? { help } : {};
  const anew = { acknowledged: null, unanswered: 0, shelved, ...awaited };
  return { ...alert, handling: { ...handling, ...anew } };
};
