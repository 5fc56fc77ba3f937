import type { Alert } from '@throng/contract';
import type { Transition } from '../alerting/alert-book.js';
import { isGrave } from '../lifecycle/handling.js';
import type { MessageKind } from './message.js';

/** A change of an alert that somebody may have to be told of. */
export interface Occurrence {
  readonly kind: Exclude<MessageKind, 'test'>;
  readonly alert: Alert;
  /** Names this change of this alert, the same after a restart: it is told once to each. */
  readonly key: string;
  /** How often nobody has answered; a call for help counts as one. */
  readonly calls: number;
  /** Nothing holds it back: no quiet hours, no cooldown. */
  readonly isUrgent: boolean;
}

/** What a change is to those who are told; undefined where it is nothing to them. */
export const occurrenceOf = ({ alert, kind }: Transition): Occurrence | undefined => {
  const { changedAt, handling, id, priority } = alert;
  switch (kind) {
    case 'raised':
    case 'escalated': {
      if (handling?.shelved != null) return undefined;
      const key = `${id} ${kind} ${priority} ${changedAt}`;
      return { kind, alert, key, calls: 0, isUrgent: isGrave(alert) };
    }
    case 'unanswered': {
      const key = `${id} ${kind} ${handling?.at ?? changedAt}`;
      return { kind, alert, key, calls: handling?.unanswered ?? 1, isUrgent: true };
    }
    case 'help-called': {
      const key = `${id} ${kind} ${handling?.help?.at ?? changedAt}`;
      return { kind, alert, key, calls: 1, isUrgent: true };
    }
    case 'cleared':
      return { kind, alert, key: `${id} ${kind}`, calls: 0, isUrgent: false };
    case 'de-escalated':
    case 'revised':
    case 'explained':
    case 'acknowledged':
    case 'assigned':
    case 'commented':
    case 'shelved':
    case 'unshelved':
      return undefined;
  }
};
