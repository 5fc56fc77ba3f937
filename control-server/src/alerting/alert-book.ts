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

/** A change of the alert about a subject. */
export interface Change {
  readonly subject: string;
  readonly transition: Transition;
}

/** The book after an alert has changed. */
export const enterTransition = (
  book: AlertBook,
  subject: string,
  transition: Transition,
): AlertBook => enterTransitions(book, [{ subject, transition }]);

/** The book after many changes, copied once; as it was when there are none. */
export const enterTransitions = (book: AlertBook, changes: readonly Change[]): AlertBook => {
  if (changes.length === 0) return book;
  const active = new Map(book.active);
  const cleared: Alert[] = [];
  for (const { subject, transition } of changes) {
    const { alert, kind } = transition;
    if (kind === 'cleared') {
      active.delete(subject);
      cleared.push(alert);
    } else active.set(subject, alert);
  }
  if (cleared.length === 0) return { ...book, active };
  return { active, cleared: [...book.cleared, ...cleared].slice(-MAX_CLEARED) };
};

/**
 * Enters many findings, of a subject one at most; the book is returned as it was when none changes it. A
 * subject of which nothing is found must have no alert that is active.
 */
export const enterFindings = (
  book: AlertBook,
  findings: Iterable<Finding>,
): { readonly book: AlertBook; readonly transitions: readonly Transition[] } => {
  const changes: Change[] = [];
  for (const finding of findings) {
    const transition = transitionTo(book.active.get(finding.subject), finding);
    if (transition !== undefined) changes.push({ subject: finding.subject, transition });
  }
  const transitions = changes.map(({ transition }) => transition);
  return { book: enterTransitions(book, changes), transitions };
};
