import { type Alert, type AlertPriority, toTimestamp } from '@throng/contract';
import { afterRise, unhandled } from '../lifecycle/handling.js';
import { type AlertCause, explainedAnew, withCause } from './alert-cause.js';

/** The alert that should stand for a subject. */
export interface Standing {
  readonly priority: AlertPriority;
  /** Made only when something changed. */
  readonly reason: () => Alert['reason'];
  /** A reason in place of one that rests on what is no longer so, and since when (epoch ms). */
  readonly revision?: {
    readonly at: number;
    readonly of: (standing: Alert['reason']) => Alert['reason'] | undefined;
  };
  /** Why it stands: told with it, and anew while it stands. */
  readonly cause?: AlertCause;
}

/** What one rule finds about its subject now. */
export interface Finding {
  /** Names rule and subject, e.g. `density-gate-b`; one alert at a time is active for it. */
  readonly subject: string;
  readonly category: Alert['category'];
  /** When it was found, epoch ms: capture time for a crowd, the server's clock for the system. */
  readonly at: number;
  /** Null: nothing is wrong. */
  readonly standing: Standing | null;
}

/**
 * `explained`: nothing has changed but what is known of its cause. From `acknowledged` on: what people do
 * about it, or that nobody has answered.
 */
export type TransitionKind =
  | 'raised'
  | 'escalated'
  | 'de-escalated'
  | 'revised'
  | 'explained'
  | 'cleared'
  | 'acknowledged'
  | 'assigned'
  | 'commented'
  | 'shelved'
  | 'unshelved'
  | 'unanswered'
  | 'help-called';

/** A change of an alert, with the alert as it stands after it. */
export interface Transition {
  readonly kind: TransitionKind;
  readonly alert: Alert;
}

export interface AlertBook {
  readonly active: ReadonlyMap<string, Alert>;
  /** Cleared lately, newest last: a page that connects now can tell what just happened. */
  readonly cleared: readonly Alert[];
}

export const emptyBook: AlertBook = { active: new Map(), cleared: [] };

const MAX_CLEARED = 100;
const RISING: readonly AlertPriority[] = ['watch', 'warning', 'critical', 'emergency'];

/** Says the same for the same inputs, and fits the 64 characters of an id. */
const alertId = (subject: string, at: number): string =>
  `${subject}-${Math.floor(at / 1_000).toString(36)}`;

const raise = (finding: Finding, { cause, priority, reason }: Standing): Alert => {
  const raised: Alert = {
    id: alertId(finding.subject, finding.at),
    category: finding.category,
    priority,
    state: 'active',
    raisedAt: toTimestamp(finding.at),
    changedAt: toTimestamp(finding.at),
    clearedAt: null,
    handling: unhandled,
    reason: reason(),
  };
  return withCause(raised, cause);
};

/** The alert is over at `at`, epoch ms. */
export const clearing = (alert: Alert, at: number): Transition => {
  const clearedAt = toTimestamp(at);
  return {
    kind: 'cleared',
    alert: { ...alert, state: 'cleared', changedAt: clearedAt, clearedAt },
  };
};

/** The change that a finding makes to the alert that is active for its subject, if any. */
const transitionTo = (active: Alert | undefined, finding: Finding): Transition | undefined => {
  const { standing } = finding;
  if (standing === null) {
    return active === undefined ? undefined : clearing(active, finding.at);
  }
  if (active === undefined) return { kind: 'raised', alert: raise(finding, standing) };
  const { cause, priority, reason, revision } = standing;
  if (priority === active.priority) {
    const better = revision?.of(active.reason);
    if (revision !== undefined && better !== undefined) {
      const alert = { ...active, changedAt: toTimestamp(revision.at), reason: better };
      return { kind: 'revised', alert };
    }
    const explained = explainedAnew(active, cause);
    return explained === undefined ? undefined : { kind: 'explained', alert: explained };
  }
  const worse = RISING.indexOf(priority) > RISING.indexOf(active.priority);
  const changed = { ...active, priority, changedAt: toTimestamp(finding.at), reason: reason() };
  const alert = withCause(changed, cause, active);
  return worse ? { kind: 'escalated', alert: afterRise(alert) } : { kind: 'de-escalated', alert };
};

/** The book after an alert has changed. */
export const enterTransition = (
  book: AlertBook,
  subject: string,
  { kind, alert }: Transition,
): AlertBook => {
  const active = new Map(book.active);
  if (kind !== 'cleared') return { ...book, active: active.set(subject, alert) };
  active.delete(subject);
  return { active, cleared: [...book.cleared, alert].slice(-MAX_CLEARED) };
};

/** Enters many findings; the book is returned as it was when none changes it. */
export const enterFindings = (
  book: AlertBook,
  findings: Iterable<Finding>,
): { readonly book: AlertBook; readonly transitions: readonly Transition[] } => {
  const transitions: Transition[] = [];
  let current = book;
  for (const finding of findings) {
    const transition = transitionTo(current.active.get(finding.subject), finding);
    if (transition === undefined) continue;
    current = enterTransition(current, finding.subject, transition);
    transitions.push(transition);
  }
  return { book: current, transitions };
};
