import { Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';
import { NotificationRules } from '../../notifications/rule.js';

const closed = { additionalProperties: false } as const;
const Base64Url = (length: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+={0,2}$', minLength: length, maxLength: length + 3 });

export const NotificationState = Type.Object(
  {
    channels: Type.Array(
      Type.Object({
        id: Identifier,
        kind: Type.String(),
        /** Browsers that said yes; null for other channels. */
        subscriptions: Type.Union([Type.Integer(), Type.Null()]),
        last: Type.Union([
          Type.Object({
            at: Timestamp,
            outcome: Type.Union([Type.Literal('sent'), Type.Literal('failed')]),
            code: Type.Union([Type.String(), Type.Null()]),
          }),
          Type.Null(),
        ]),
      }),
    ),
    rules: NotificationRules,
    /** Who set the rules on the page, and when; null: they are the venue file's. */
    set: Type.Union([Type.Object({ by: Type.String(), at: Timestamp }), Type.Null()]),
    phases: Type.Array(Identifier),
  },
  closed,
);

export const RulesBody = Type.Object({ rules: NotificationRules }, closed);
export const TestBody = Type.Object({ channel: Identifier }, closed);
export const TestOutcome = Type.Object(
  { sent: Type.Boolean(), code: Type.Union([Type.String(), Type.Null()]) },
  closed,
);

export const PushKey = Type.Object({ key: Type.String() }, closed);

/** What a browser's `PushSubscription.toJSON()` holds of use. */
export const SubscriptionBody = Type.Object(
  {
    endpoint: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 1_000 }),
    keys: Type.Object({ p256dh: Base64Url(87), auth: Base64Url(22) }, closed),
  },
  closed,
);
export const EndpointBody = Type.Object({ endpoint: SubscriptionBody.properties.endpoint }, closed);
