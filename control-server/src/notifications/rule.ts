import { AlertPriority, Identifier } from '@throng/contract';
import Type from 'typebox';
import { Role } from '../access/role.js';

const closed = { additionalProperties: false } as const;
const Ids = Type.Array(Identifier, { minItems: 1, maxItems: 2_000, uniqueItems: true });
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/** The channel that needs no setting: the phones of those who said yes on their page. */
export const PUSH = 'push';

/** Hours of every day in which only what is grave is told; they may pass midnight. */
export const QuietHours = Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed);
export type QuietHours = Type.Static<typeof QuietHours>;

/** Who is told of what, by which channel. What is left out limits nothing. */
export const NotificationRule = Type.Object(
  {
    id: Identifier,
    /** `push`, or a channel of the settings. */
    channel: Identifier,
    /** Of push: the roles that are told, each person only of what it may see. */
    roles: Type.Optional(Type.Array(Role, { minItems: 1, uniqueItems: true })),
    zones: Type.Optional(Ids),
    /** Phases of the calendar; between events none is. */
    phases: Type.Optional(Ids),
    categories: Type.Array(Type.Union([Type.Literal('crowd'), Type.Literal('system')]), {
      minItems: 1,
      uniqueItems: true,
      default: ['crowd', 'system'],
    }),
    minimumPriority: Type.Unsafe<AlertPriority>({ ...AlertPriority, default: 'warning' }),
    quietHours: Type.Optional(QuietHours),
    /** After a message of a place, no other of the same rule for so long, unless it is grave or worse. */
    cooldownSeconds: Type.Integer({ minimum: 0, maximum: 3_600, default: 0 }),
    /** 0 is told at once; a higher number only after so many calls that nobody answered. */
    afterUnanswered: Type.Integer({ minimum: 0, maximum: 60, default: 0 }),
    /** Whether the end of an alert is told too. */
    cleared: Type.Boolean({ default: false }),
  },
  closed,
);
export type NotificationRule = Type.Static<typeof NotificationRule>;

export const NotificationRules = Type.Array(NotificationRule, { maxItems: 100 });

/** What is told where nothing is set: staff by push, and every channel of what is grave. */
export const defaultRules = (channels: readonly string[]): NotificationRule[] => {
  const always = { cooldownSeconds: 0, afterUnanswered: 0, cleared: false } as const;
  return [
    {
      ...{ id: 'stewards', channel: PUSH, roles: ['operator'], categories: ['crowd'] },
      ...{ minimumPriority: 'warning', ...always },
    },
    {
      ...{ id: 'engineers', channel: PUSH, roles: ['engineer'], categories: ['system'] },
      ...{ minimumPriority: 'warning', ...always },
    },
    {
      ...{ id: 'nobody-answers', channel: PUSH, roles: ['operator', 'engineer', 'admin'] },
      ...{ categories: ['crowd', 'system'], minimumPriority: 'warning' },
      ...{ ...always, afterUnanswered: 1 },
    },
    ...channels.map(
      (channel): NotificationRule => ({
        ...{ id: channel, channel, categories: ['crowd', 'system'], minimumPriority: 'critical' },
        ...always,
      }),
    ),
  ];
};
