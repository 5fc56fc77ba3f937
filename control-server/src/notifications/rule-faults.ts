import type { CodedFault, FaultCause } from '@throng/contract';
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
): CodedFault[] =>
  rules.flatMap((rule, index) => {
    const at = (key: string, message: string, cause: FaultCause): CodedFault => ({
      ...{ path: `/${index}/${key}`, message, cause },
    });
    const strangers = (key: 'zones' | 'phases', known: ReadonlySet<string>) =>
      (rule[key] ?? [])
        .filter((id) => !known.has(id))
        .map((id) =>
          at(key, `no ${key.slice(0, -1)} "${id}"; ${among(known)}`, {
            code: key === 'zones' ? 'no-zone' : 'no-phase',
            id,
          }),
        );
    return [
      ...(rules.findIndex(({ id }) => id === rule.id) < index
        ? [
            at('id', `"${rule.id}" is also the id of a rule above; give each its own`, {
              code: 'repeated-id',
              id: rule.id,
            }),
          ]
        : []),
      ...(rule.channel === PUSH || channels.has(rule.channel)
        ? []
        : [
            at('channel', `no channel "${rule.channel}"; take "${PUSH}", or: ${among(channels)}`, {
              code: 'no-channel',
              id: rule.channel,
            }),
          ]),
      ...(rule.roles !== undefined && rule.channel !== PUSH
        ? [at('roles', `only "${PUSH}" knows roles; remove it`, { code: 'roles-of-push' })]
        : []),
      ...strangers('zones', zones),
      ...strangers('phases', phases),
    ];
  });
