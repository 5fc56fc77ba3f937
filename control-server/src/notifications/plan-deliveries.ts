import type { Alert } from '@throng/contract';
import type { Role } from '../access/role.js';
import { type Cooldowns, isCoolingDown, withTold } from './cooldown.js';
import type { Delivery } from './delivery.js';
import type { Message } from './message.js';
import type { Occurrence } from './occurrence.js';
import { type NotificationRule, PUSH } from './rule.js';
import { type RuleMoment, ruleWants } from './rule-wants.js';

/** Somebody who is told by push, and what that person may see of an alert. */
export interface Recipient {
  readonly id: string;
  readonly role: Role;
  /** The alert without what lies out of sight; nothing where all of it does. */
  see(alert: Alert): readonly Alert[];
}

export interface DeliveryWorld {
  readonly rules: readonly NotificationRule[];
  readonly recipients: readonly Recipient[];
  readonly moment: RuleMoment;
  readonly tell: (occurrence: Occurrence, alert: Alert) => Message;
}

/**
 * Who is told of an occurrence: each recipient once, whichever of the rules want it. Rules whose
 * cooldown holds them back say nothing.
 */
export const planDeliveries = (
  occurrence: Occurrence,
  { moment, recipients, rules, tell }: DeliveryWorld,
  cooldowns: Cooldowns,
): { readonly deliveries: readonly Delivery[]; readonly cooldowns: Cooldowns } => {
  const { at } = moment;
  const planned = new Map<string, Delivery>();
  let after = cooldowns;
  const plan = (channel: string, recipient: string | null, alert: Alert): void => {
    const key = [occurrence.key, channel, recipient ?? '*'].join(' ');
    if (planned.has(key)) return;
    const message = tell(occurrence, alert);
    planned.set(key, { key, channel, recipient, message, createdAt: at, attempts: 0, nextAt: at });
  };
  for (const rule of rules) {
    if (!ruleWants(rule, occurrence, moment)) continue;
    if (isCoolingDown(cooldowns, rule, occurrence, at)) continue;
    after = withTold(after, rule, occurrence, at);
    if (rule.channel !== PUSH) {
      plan(rule.channel, null, occurrence.alert);
      continue;
    }
    for (const { id, role, see } of recipients) {
      if (rule.roles !== undefined && !rule.roles.includes(role)) continue;
      for (const seen of see(occurrence.alert)) plan(PUSH, id, seen);
    }
  }
  return { deliveries: [...planned.values()], cooldowns: after };
};
