import {
  type CalendarDefinition,
  type Fault,
  faultsUnder,
  Identifier,
  type VenueDefinition,
} from '@throng/contract';
import Type from 'typebox';
import { Language } from '../language.js';
import { parseNetwork } from '../notifications/address-guard.js';
import { NotificationRules, PUSH } from '../notifications/rule.js';
import { ruleFaults } from '../notifications/rule-faults.js';

const closed = { additionalProperties: false } as const;
const Path = Type.String({ minLength: 1, maxLength: 1_000 });
const Url = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2_000 });
const Mailbox = Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$', maxLength: 300 });
/** In which a channel tells; that of the server where nothing is said. */
const spoken = { language: Type.Optional(Language) };
/** An address that is a secret in itself stands in a file. */
const address = { ...spoken, url: Type.Optional(Url), urlFile: Type.Optional(Path) };

export const EmailChannel = Type.Object(
  {
    kind: Type.Literal('email'),
    ...spoken,
    host: Type.String({ minLength: 1, maxLength: 253 }),
    /** 587 where nothing is said. */
    port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
    /** `starttls`, the default, refuses to go on without it; `none` only towards a server on your own network. */
    security: Type.Optional(
      Type.Union([Type.Literal('starttls'), Type.Literal('tls'), Type.Literal('none')]),
    ),
    user: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    passwordFile: Type.Optional(Path),
    from: Mailbox,
    to: Type.Array(Mailbox, { minItems: 1, maxItems: 50 }),
  },
  closed,
);

export const WebhookChannel = Type.Object(
  {
    kind: Type.Literal('webhook'),
    ...address,
    /** Holds what the signature is made with, 16 characters at least. */
    secretFile: Path,
  },
  closed,
);

export const SlackChannel = Type.Object({ kind: Type.Literal('slack'), ...address }, closed);
export const TeamsChannel = Type.Object({ kind: Type.Literal('teams'), ...address }, closed);

export const ChannelSettings = Type.Union([
  EmailChannel,
  WebhookChannel,
  SlackChannel,
  TeamsChannel,
]);
export type ChannelSettings = Type.Static<typeof ChannelSettings>;

/** By which ways people are told, and who of what. */
export const NotificationSettings = Type.Object(
  {
    /** Where staff reach this server: links in messages lead there. */
    publicUrl: Type.Optional(Type.String({ pattern: '^https?://[^\\s?#]+$', maxLength: 500 })),
    /** Whom a push service may write to when something is wrong (RFC 8292). */
    contact: Type.String({
      pattern: '^(mailto:[^\\s@]+@[^\\s@]+|https://[^\\s]+)$',
      maxLength: 300,
      default: 'mailto:security@venue.example',
    }),
    /** Addresses that are not of the public internet, and that may be called all the same. */
    allowedNetworks: Type.Array(Type.String({ maxLength: 60 }), { default: [], maxItems: 50 }),
    channels: Type.Record(Identifier, ChannelSettings, {
      additionalProperties: false,
      default: {},
      maxProperties: 20,
    }),
    /** Without them: staff by push, and every channel of what is grave. */
    rules: Type.Optional(NotificationRules),
  },
  { ...closed, default: {} },
);
export type NotificationSettings = Type.Static<typeof NotificationSettings>;

/** Paths from the root of the notification settings. */
export const notificationFaults = (
  { allowedNetworks, channels, rules }: NotificationSettings,
  venue: VenueDefinition | undefined,
  calendar: CalendarDefinition | undefined,
): Fault[] => [
  ...allowedNetworks.flatMap((text, index) =>
    parseNetwork(text) === undefined
      ? [{ path: `/allowedNetworks/${index}`, message: 'no network; e.g. 10.1.0.0/16' }]
      : [],
  ),
  ...Object.entries(channels).flatMap(([id, channel]) =>
    faultsUnder(`/channels/${id}`, channelFaults(id, channel)),
  ),
  ...(venue === undefined || calendar === undefined || rules === undefined
    ? []
    : faultsUnder('/rules', ruleFaults(rules, ruleWorld(channels, venue, calendar)))),
];

const channelFaults = (id: string, channel: ChannelSettings): Fault[] => {
  const faults: Fault[] = [];
  if (id === PUSH) faults.push({ path: '', message: 'is the name of Web Push; choose another' });
  if (channel.kind === 'email') {
    if ((channel.user === undefined) !== (channel.passwordFile === undefined)) {
      const missing = channel.user === undefined ? 'user' : 'passwordFile';
      faults.push({
        path: `/${missing}`,
        message: 'is missing; a user and a password go together',
      });
    }
  } else if ((channel.url === undefined) === (channel.urlFile === undefined)) {
    faults.push({ path: '/urlFile', message: 'give either urlFile or url: one of them' });
  }
  return faults;
};

/** What rules can name here. */
export const ruleWorld = (
  channels: NotificationSettings['channels'],
  venue: VenueDefinition,
  { plans }: CalendarDefinition,
) => ({
  channels: new Set(Object.keys(channels)),
  zones: new Set(venue.zones.map(({ id }) => id)),
  phases: new Set(plans.flatMap(({ phases }) => phases.map(({ id }) => id))),
});
