import type { Alert, AlertPriority } from '@throng/contract';
import type { Occurrence } from './occurrence.js';
import { isQuiet } from './quiet-hours.js';
import type { NotificationRule } from './rule.js';

const RISING: readonly AlertPriority[] = ['watch', 'warning', 'critical', 'emergency'];

/** Ids of the zones that an alert is of; none for what is of the server or of an agent. */
export const zonesOf = ({ reason }: Pick<Alert, 'reason'>): readonly string[] => {
  switch (reason.kind) {
    case 'density':
    case 'forecast':
      return [reason.zone];
    case 'camera-lost':
      return reason.zones;
    case 'duplicate-edge':
    case 'store-failing':
      return [];
  }
};

/** When and where something happens, as rules see it. */
export interface RuleMoment {
  /** Epoch ms. */
  readonly at: number;
  readonly timeZone: string;
  /** Id of the phase; undefined between events. */
  readonly phase: string | undefined;
}

/** Whether a rule tells of an occurrence, cooldowns aside. */
export const ruleWants = (
  rule: NotificationRule,
  { alert, calls, isUrgent, kind }: Occurrence,
  { at, phase, timeZone }: RuleMoment,
): boolean => {
  if (!rule.categories.includes(alert.category)) return false;
  if (kind === 'cleared' && (!rule.cleared || rule.afterUnanswered > 0)) return false;
  if (calls < rule.afterUnanswered) return false;
  // Somebody who calls for help has judged it graver than any figure has.
  const isHighEnough = RISING.indexOf(alert.priority) >= RISING.indexOf(rule.minimumPriority);
  if (!isHighEnough && kind !== 'help-called') return false;
  if (rule.zones !== undefined && !zonesOf(alert).some((zone) => rule.zones?.includes(zone)))
    return false;
  if (rule.phases !== undefined && (phase === undefined || !rule.phases.includes(phase)))
    return false;
  return isUrgent || rule.quietHours === undefined || !isQuiet(rule.quietHours, at, timeZone);
};
