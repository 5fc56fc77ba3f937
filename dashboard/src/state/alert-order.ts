import type { Alert, AlertPriority } from '@throng/contract';

/** Highest first: the order in which people must look. */
export const alertPriorities = [
  'emergency',
  'critical',
  'warning',
  'watch',
] as const satisfies readonly AlertPriority[];

const rank = (priority: AlertPriority): number => alertPriorities.indexOf(priority);

/** By their characters alone: these are timestamps and ids, and a reader's alphabet takes long. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By priority, then the newest first; the id settles ties, so that cards never swap places. */
export const byUrgency = (a: Alert, b: Alert): number =>
  rank(a.priority) - rank(b.priority) || byText(b.raisedAt, a.raisedAt) || byText(a.id, b.id);

export interface AlertFeed {
  /** Active alerts about the crowd. */
  readonly crowd: readonly Alert[];
  /** Active ones that somebody has set aside for a while; never critical. */
  readonly shelved: readonly Alert[];
  /** Active faults of sensors and store, apart, so that they never hide a crowd alert. */
  readonly system: readonly Alert[];
  /** About the crowd, over, and nobody has acknowledged them (ISA-18.2): they stay in sight until somebody does. */
  readonly unseen: readonly Alert[];
  /** The other cleared alerts, the last one first. */
  readonly earlier: readonly Alert[];
}

export const alertFeed = (alerts: Iterable<Alert>): AlertFeed => {
  const all = [...alerts];
  const standing = all.filter(({ state }) => state === 'active').sort(byUrgency);
  const cleared = all
    .filter(({ state }) => state === 'cleared')
    .sort((a, b) => byText(b.changedAt, a.changedAt) || byText(a.id, b.id));
  const isShelved = ({ handling }: Alert): boolean => handling?.shelved != null;
  const active = standing.filter((alert) => !isShelved(alert));
  return {
    shelved: standing.filter(isShelved),
    crowd: active.filter(({ category }) => category === 'crowd'),
    system: active.filter(({ category }) => category === 'system'),
    unseen: cleared.filter(isUnseen),
    earlier: cleared.filter((alert) => !isUnseen(alert)),
  };
};

/** Over before anybody acknowledged it; of an alert of an older release nobody knows. */
const isUnseen = ({ category, handling }: Alert): boolean =>
  category === 'crowd' && handling !== undefined && handling.acknowledged === null;

/** Alerts of one incident, the most urgent first. */
export interface AlertGroup {
  /** The incident, or the id of an alert that belongs to none. */
  readonly incident: string;
  readonly alerts: readonly Alert[];
}

/** Alerts by incident, each where its most urgent alert stands. @param alerts by urgency. */
export const byIncident = (alerts: readonly Alert[]): AlertGroup[] => {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const incident = alert.incident ?? alert.id;
    groups.set(incident, [...(groups.get(incident) ?? []), alert]);
  }
  return [...groups].map(([incident, members]) => ({ incident, alerts: members }));
};

/** Alerts per priority. */
export const countByPriority = (alerts: readonly Alert[]): Record<AlertPriority, number> => {
  const counts = { emergency: 0, critical: 0, warning: 0, watch: 0 };
  for (const { priority } of alerts) counts[priority] += 1;
  return counts;
};

/** Active alerts that were not active before, or have risen since: what has to be announced. */
export const newlyRaised = (
  before: ReadonlyMap<string, Alert>,
  after: ReadonlyMap<string, Alert>,
): Alert[] =>
  [...after.values()]
    .filter((alert) => {
      if (alert.state !== 'active') return false;
      const known = before.get(alert.id);
      return known?.state !== 'active' || rank(alert.priority) < rank(known.priority);
    })
    .sort(byUrgency);
