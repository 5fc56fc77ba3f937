import type { Occurrence } from './occurrence.js';
import type { NotificationRule } from './rule.js';
import { zonesOf } from './rule-wants.js';

/** When each rule last told of each place, epoch ms. A restart forgets it: then rather once too often. */
export type Cooldowns = ReadonlyMap<string, number>;

export const noCooldowns: Cooldowns = new Map();

const placeOf = ({ id }: NotificationRule, { alert }: Occurrence): string =>
  `${id} ${zonesOf(alert)[0] ?? alert.reason.kind}`;

/** Whether the rule has told of that place too lately. What is urgent, or has grown worse, never waits. */
export const isCoolingDown = (
  cooldowns: Cooldowns,
  rule: NotificationRule,
  occurrence: Occurrence,
  now: number,
): boolean => {
  if (occurrence.isUrgent || occurrence.kind === 'escalated') return false;
  const last = cooldowns.get(placeOf(rule, occurrence));
  return last !== undefined && now - last < rule.cooldownSeconds * 1_000;
};

/** The longest that a rule may wait (`cooldownSeconds`). */
const FORGOTTEN_AFTER = 3_600_000;

/** The cooldowns after a rule has told of an occurrence. */
export const withTold = (
  cooldowns: Cooldowns,
  rule: NotificationRule,
  occurrence: Occurrence,
  now: number,
): Cooldowns =>
  new Map([
    ...[...cooldowns].filter(([, at]) => now - at < FORGOTTEN_AFTER),
    [placeOf(rule, occurrence), now],
  ]);
