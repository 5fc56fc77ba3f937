import { type Alert, type Explanation, fromTimestamp } from '@throng/contract';
import { timeOf } from '../alerting/alert-cause.js';
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
  /** Of a step that explains: the bottleneck and what was advised, as known then. */
  readonly explanation: Explanation | null;
  /** Of a call that nobody had answered: how often it was called out from then on; 0 of all others. */
  readonly calls: number;
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

/** What people did: it is told beside the steps, by the audit log, with names. */
const ACTS: ReadonlySet<string> = new Set([
  ...['acknowledged', 'assigned', 'commented', 'shelved', 'unshelved'],
]);

const explanationIn = ({ reason }: Alert): Explanation | null =>
  'explanation' in reason ? (reason.explanation ?? null) : null;

/** What is told of who holds the zone back; the same again is no news. */
const bottleneckOf = (explanation: Explanation | null): string | null => {
  const bottleneck = explanation?.bottleneck ?? null;
  if (bottleneck === null) return null;
  return bottleneck.kind === 'door' ? bottleneck.passage : bottleneck.zone;
};

/** The steps after another change; those that tell nothing new are left out. */
const withStep = (
  told: readonly AlertStep[],
  { alert, kind }: RecordedTransition,
): readonly AlertStep[] => {
  const { priority, reason } = alert;
  const at = seconds(timeOf(kind, alert));
  const step = { at, kind, priority, reason, explanation: null, calls: 0 };
  if (told.length === 0) return [step];
  if (ACTS.has(kind) || kind === 'revised') return told;
  if (kind === 'unanswered') {
    const called = told.findIndex((each) => each.kind === kind);
    return called < 0
      ? [...told, { ...step, calls: 1 }]
      : told.map((each, index) => (index === called ? { ...each, calls: each.calls + 1 } : each));
  }
  if (kind !== 'explained') return [...told, step];
  const explanation = explanationIn(alert);
  const named = bottleneckOf(explanation);
  const before = told.findLast((each) => each.explanation !== null)?.explanation ?? null;
  const isNews = named !== null && named !== bottleneckOf(before);
  return isNews ? [...told, { ...step, explanation }] : told;
};

/** One story per alert, by the time it was raised. @param transitions oldest first. */
export const alertStories = (
  transitions: readonly RecordedTransition[],
  acts: readonly AlertAct[],
): AlertStory[] => {
  const stories = new Map<string, AlertStory>();
  for (const transition of transitions) {
    const { category, clearedAt, id, incident, priority, raisedAt } = transition.alert;
    const before = stories.get(id);
    stories.set(id, {
      ...{ id, category, incident: incident ?? before?.incident ?? null },
      raisedAt: seconds(raisedAt),
      // An explanation has its own time and can stand behind the end in the record: over is over.
      clearedAt: before?.clearedAt ?? (clearedAt === null ? null : seconds(clearedAt)),
      worst: before === undefined ? priority : worse(before.worst, priority),
      steps: before?.clearedAt == null ? withStep(before?.steps ?? [], transition) : before.steps,
      acts: before?.acts ?? acts.filter((act) => act.alert === id),
    });
  }
  return [...stories.values()].sort((a, b) => a.raisedAt - b.raisedAt || a.id.localeCompare(b.id));
};

/** The reason as it stood when the alert was raised; the first that is known. */
export const firstReason = ({ steps }: AlertStory): Alert['reason'] | undefined => steps[0]?.reason;
