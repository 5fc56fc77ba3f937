import type { Fault } from '@throng/contract';
import Type from 'typebox';
import { isPrivateAddress } from '../local-alarm/private-address.js';

/** What the box itself does about a dense crowd while no server hears it. */
export const LocalAlarmSettings = Type.Object(
  {
    /** Seconds without a server before the box warns. */
    after: Type.Number({ minimum: 5, maximum: 3_600 }),
    /** Seconds at or above a zone's critical band before it warns, by the time of capture. */
    onDelaySeconds: Type.Number({ minimum: 1, maximum: 600 }),
    /** Seconds below the band, less a tenth, before it says that it is over. */
    offDelaySeconds: Type.Number({ minimum: 1, maximum: 3_600 }),
    /** Seconds between two warnings of one zone, at least. */
    repeatSeconds: Type.Number({ minimum: 10, maximum: 86_400 }),
    /** A program and its arguments; run without a shell, the facts on stdin and in THRONG_ALARM_…. */
    command: Type.Optional(
      Type.Array(Type.String({ maxLength: 4_096 }), { minItems: 1, maxItems: 64 }),
    ),
    /** An address of the local network to which the facts are posted as JSON. */
    webhook: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2_000 })),
    /** Lets the webhook be on the Internet: counts then leave the venue. */
    allowPublicWebhook: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type LocalAlarmSettings = Type.Static<typeof LocalAlarmSettings>;

export const LOCAL_ALARM_DEFAULTS = {
  after: 30,
  onDelaySeconds: 10,
  offDelaySeconds: 30,
  repeatSeconds: 60,
  allowPublicWebhook: false,
} as const;

/** What a schema cannot say of the local alarm. */
export const localAlarmFaults = (alarm: LocalAlarmSettings | undefined): Fault[] => {
  if (alarm === undefined) return [];
  const { allowPublicWebhook, command, webhook } = alarm;
  if (command === undefined && webhook === undefined) {
    return [{ path: '/localAlarm', message: 'does nothing; give a command, a webhook or both' }];
  }
  if (webhook === undefined) return [];
  const url = URL.canParse(webhook) ? new URL(webhook) : undefined;
  if (url === undefined) return [{ path: '/localAlarm/webhook', message: 'is no URL' }];
  if (allowPublicWebhook || isPrivateAddress(url.hostname) !== false) return [];
  const message = `${url.hostname} is not on the local network; choose an address that is, or set allowPublicWebhook: true`;
  return [{ path: '/localAlarm/webhook', message }];
};
