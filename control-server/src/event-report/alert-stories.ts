import { type Alert, fromTimestamp } from '@throng/contract';
import type { RecordedTransition } from '../store/event-record.js';

/** What somebody did to an alert, as the audit log tells; epoch seconds. */
export interface AlertAct {
  readonly alert: string;
  readonly at: number;
  /** A word of the audit log: alert-acknowledged, alert-assigned … */
  readonly kind: string;
  readonly by: string;
}

/** A change of an alert: what was known then. Epoch seconds. */
export interface AlertStep {
  readonly at: number;
  /** A word of the alert book: raised, escalated, cleared … */
  readonly kind: string;
  readonly priority: Alert['priority'];
  readonly reason: Alert['reason'];
}

/** An alert from its first change in the record to its last. */
export interface AlertStory {
  readonly id: string;
  readonly category: Alert['category'];
  readonly incident: string | null;
  readonly raisedAt: number;
  /** Null while it stood at the end of the record. */
  readonly clearedAt: number | null;
  /** The worst that it reached. */
  readonly worst: Alert['priority'];
  readonly steps: readonly AlertStep[];
  /** Who acted, and how; empty where nothing is recorded, never guessed. */
  readonly acts: readonly AlertAct[];
}

const RISING: readonly Alert['priority'][] = ['watch', 'warning', 'critical', 'emergency'];

const seconds = (timestamp: string): number => fromTimestamp(timestamp) / 1_000;

const worse = (a: Alert['priority'], b: Alert['priority']): Alert['priority'] =>
  RISING.indexOf(a) >= RISING.indexOf(b) ? a : b;

/** Changes after which an alert stands as it stood, only better explained. */
const EXPLAINING: ReadonlySet<string> = new Set(['explained', 'revised']);

/** One story per alert, by the time it was raised. @param transitions oldest first. */
export const alertStories = (
  transitions: readonly RecordedTransition[],
  acts: readonly AlertAct[],
): AlertStory[] => {
  const stories = new Map<string, AlertStory>();
  for (const { alert, kind } of transitions) {
    const { category, changedAt, clearedAt, id, incident, priority, raisedAt, reason } = alert;
    const before = stories.get(id);
    const told = before?.steps ?? [];
    const step = { at: seconds(changedAt), kind, priority, reason };
    const isTold = told.length > 0 && EXPLAINING.has(kind);
    stories.set(id, {
      ...{ id, category, incident: incident ?? before?.incident ?? null },
      raisedAt: seconds(raisedAt),
      clearedAt: clearedAt === null ? null : seconds(clearedAt),
      worst: before === undefined ? priority : worse(before.worst, priority),
      steps: isTold ? told : [...told, step],
      acts: before?.acts ?? acts.filter((act) => act.alert === id),
    });
  }
  return [...stories.values()].sort((a, b) => a.raisedAt - b.raisedAt || a.id.localeCompare(b.id));
};

/** The reason as it stood when the alert was raised; the first that is known. */
export const firstReason = ({ steps }: AlertStory): Alert['reason'] | undefined => steps[0]?.reason;
