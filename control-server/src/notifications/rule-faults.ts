import type { Fault } from '@throng/contract';
import { type NotificationRule, PUSH } from './rule.js';

/** What rules can name. */
export interface RuleWorld {
  readonly channels: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
}

const among = (known: ReadonlySet<string>): string =>
  known.size === 0 ? 'there are none' : `there are ${[...known].slice(0, 12).join(', ')}`;

/** Every fault of a list of rules, each with its path below the list and its remedy. */
export const ruleFaults = (
  rules: readonly NotificationRule[],
  { channels, phases, zones }: RuleWorld,
): Fault[] =>
  rules.flatMap((rule, index) => {
    const at = (key: string, message: string): Fault => ({ path: `/${index}/${key}`, message });
    const strangers = (key: 'zones' | 'phases', known: ReadonlySet<string>) =>
      (rule[key] ?? [])
        .filter((id) => !known.has(id))
        .map((id) => at(key, `no ${key.slice(0, -1)} "${id}"; ${among(known)}`));
    return [
      ...(rules.findIndex(({ id }) => id === rule.id) < index
        ? [at('id', `"${rule.id}" is also the id of a rule above; give each its own`)]
        : []),
      ...(rule.channel === PUSH || channels.has(rule.channel)
        ? []
        : [at('channel', `no channel "${rule.channel}"; take "${PUSH}", or: ${among(channels)}`)]),
      ...(rule.roles !== undefined && rule.channel !== PUSH
        ? [at('roles', `only "${PUSH}" knows roles; remove it`)]
        : []),
      ...strangers('zones', zones),
      ...strangers('phases', phases),
    ];
  });
