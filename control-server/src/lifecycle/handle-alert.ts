import {
  type Alert,
  type AlertAct,
  type AlertHandling,
  fail,
  ok,
  type Result,
  toTimestamp,
} from '@throng/contract';
import type { Transition } from '../alerting/alert-book.js';
import { handlingOf, isGrave, isHelpAwaited } from './handling.js';

/** Why an act cannot be done. */
export type ActFault = 'no-such-alert' | 'cleared' | 'too-grave' | 'too-many-comments';

const MAX_COMMENTS = 50;
const MINUTE_MS = 60_000;

/**
 * The alert after somebody has done something about it, or why that cannot be; null where it
 * changes nothing, as an acknowledgement of what is acknowledged (SPEC LC1–LC5, LC10).
 *
 * @param now epoch ms.
 */
export const handleAlert = (
  alert: Alert,
  act: AlertAct,
  by: string,
  now: number,
): Result<Transition | null, ActFault> => {
  const handling = handlingOf(alert);
  const at = toTimestamp(now);
  const done = (kind: Transition['kind'], change: Partial<AlertHandling>) =>
    ok({ kind, alert: { ...alert, handling: { ...handling, ...change, at } } });
  const isOver = alert.state === 'cleared';
  switch (act.kind) {
    case 'acknowledge':
      if (handling.acknowledged !== null) return ok(null);
      return done('acknowledged', { acknowledged: { at, by } });
    case 'comment':
      if (handling.comments.length >= MAX_COMMENTS) {
        return fail('too-many-comments', `an alert holds ${MAX_COMMENTS} comments`);
      }
      return done('commented', { comments: [...handling.comments, { at, by, text: act.text }] });
    case 'assign':
      if (isOver) return fail('cleared', 'the alert has cleared; there is nothing left to do');
      return handling.assignee === act.to ? ok(null) : done('assigned', { assignee: act.to });
    case 'shelve': {
      if (isOver) return fail('cleared', 'the alert has cleared; there is nothing to shelve');
      if (isGrave(alert)) {
        return fail('too-grave', `an alert of priority ${alert.priority} is never shelved`);
      }
      const until = toTimestamp(now + act.minutes * MINUTE_MS);
      return done('shelved', { shelved: { until, by } });
    }
    case 'unshelve':
      return handling.shelved === null ? ok(null) : done('unshelved', { shelved: null });
    case 'call-for-help':
      if (isOver) return fail('cleared', 'the alert has cleared; call by radio');
      if (isHelpAwaited(alert)) return ok(null);
      return done('help-called', {
        help: { at, by },
        acknowledged: null,
        unanswered: 0,
        shelved: null,
      });
  }
};
