import type { Alert } from '@throng/contract';
import type { Role } from '../access/role.js';
import type { Language } from '../language.js';
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
  /** In which that person is told. */
  readonly language: Language;
  /** The alert without what lies out of sight; nothing where all of it does. */
  see(alert: Alert): readonly Alert[];
}

export interface DeliveryWorld {
  readonly rules: readonly NotificationRule[];
  readonly recipients: readonly Recipient[];
  readonly moment: RuleMoment;
  /** In which a channel tells. */
  readonly languageOf: (channel: string) => Language;
  readonly tell: (occurrence: Occurrence, alert: Alert, language: Language) => Message;
}

/**
 * Who is told of an occurrence: each recipient once, whichever of the rules want it. Rules whose
 * cooldown holds them back say nothing.
 */
export const planDeliveries = (
  occurrence: Occurrence,
  { languageOf, moment, recipients, rules, tell }: DeliveryWorld,
  cooldowns: Cooldowns,
): { readonly deliveries: readonly Delivery[]; readonly cooldowns: Cooldowns } => {
  const { at } = moment;
  const planned = new Map<string, Delivery>();
  let after = cooldowns;
  const plan = (to: Pick<Delivery, 'channel' | 'recipient'>, alert: Alert, language: Language) => {
    const key = [occurrence.key, to.channel, to.recipient ?? '*'].join(' ');
    if (planned.has(key)) return;
    const message = tell(occurrence, alert, language);
    planned.set(key, { key, ...to, message, createdAt: at, attempts: 0, nextAt: at });
  };
  for (const rule of rules) {
    if (!ruleWants(rule, occurrence, moment)) continue;
    if (isCoolingDown(cooldowns, rule, occurrence, at)) continue;
    after = withTold(after, rule, occurrence, at);
    if (rule.channel !== PUSH) {
      const { channel } = rule;
      plan({ channel, recipient: null }, occurrence.alert, languageOf(channel));
      continue;
    }
    for (const { id, language, role, see } of recipients) {
      if (rule.roles !== undefined && !rule.roles.includes(role)) continue;
      for (const seen of see(occurrence.alert)) {
        plan({ channel: PUSH, recipient: id }, seen, language);
      }
    }
  }
  return { deliveries: [...planned.values()], cooldowns: after };
};
