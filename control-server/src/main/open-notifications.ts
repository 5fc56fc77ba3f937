import type { Registry } from 'prom-client';
import type { Sights } from '../access/sights.js';
import type { HttpAccess } from '../adapters/http/http-server.js';
import { createNotificationMetrics } from '../adapters/metrics/notification-metrics.js';
import { guardedPost } from '../adapters/notifications/guarded-post.js';
import { makeChannels } from '../adapters/notifications/make-channels.js';
import { pushChannel } from '../adapters/notifications/push-channel.js';
import { goodSubscription, pushRecipients } from '../adapters/notifications/push-recipients.js';
import { openNotificationStore } from '../adapters/notifications/sqlite-notification-store.js';
import { openVapidKeys } from '../adapters/notifications/vapid-keys.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { parseNetwork } from '../notifications/address-guard.js';
import { Courier } from '../notifications/courier.js';
import type { Channel } from '../notifications/delivery.js';
import type { NotificationStore } from '../notifications/notification-store.js';
import { Notifier } from '../notifications/notifier.js';
import { defaultRules } from '../notifications/rule.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { World } from './running-server.js';

export interface NotificationWorld {
  readonly owned: World['owned'];
  readonly access: HttpAccess;
  readonly sights: Pick<Sights, 'of'>;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly plan: () => VenuePlan;
  readonly registry: Registry;
}

/** How people are told: what the HTTP side needs of it, and what time does to it. */
export interface OpenedNotifications {
  readonly notifier: Notifier;
  readonly store: NotificationStore;
  readonly channels: readonly Channel[];
  /** What a browser needs to say yes to push. */
  readonly pushKey: string;
  /** Once a second: sends what is due, without being waited for. */
  step(): void;
  close(): void;
}

/** What was told is kept for so long: to see that a channel works, and to tell nobody twice. */
const KEPT_MS = 30 * 86_400_000;
const FORGET_EVERY_MS = 3_600_000;

/** Opens channels and keys, and takes up what waited when the server stopped. */
export const openNotifications = async (
  file: LoadedVenueFile,
  { access, clock, owned, plan, recorder, registry, sights }: NotificationWorld,
): Promise<OpenedNotifications> => {
  const settings = file.server.notifications;
  const keys = await openVapidKeys(`${file.storeFile}.push-key`);
  const store = openNotificationStore(file.storeFile);
  const { language } = file.server;
  const recipients = { access, store, sights, isOpen: access.mode === 'open', language };
  const allowed = settings.allowedNetworks
    .map(parseNetwork)
    .filter((network) => network !== undefined);
  const post = guardedPost(allowed);
  const subscription = (id: string) => goodSubscription(recipients, id);
  const channels = [
    pushChannel({ keys, contact: settings.contact, post, clock, subscription }),
    ...makeChannels(settings, file.channelSecrets, post, clock),
  ];
  const metrics = createNotificationMetrics(registry);
  const courier = new Courier({
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    ...{ store, recorder, clock, random: Math.random, onSettled: metrics.settled },
  });
  const notifier = new Notifier({
    ...{ plan, clock, store, courier, timeZone: file.server.report.timeZone },
    rules: settings.rules ?? defaultRules(Object.keys(settings.channels)),
    recipients: () => pushRecipients(recipients),
    languageOf: (channel) => settings.channels[channel]?.language ?? language,
  });
  let forgetAt = clock.now();
  return {
    ...{ notifier, store, channels, pushKey: keys.publicKey },
    step: () => {
      const now = clock.now();
      if (now >= forgetAt) {
        forgetAt = now + FORGET_EVERY_MS;
        store.forget(now - KEPT_MS);
      }
      metrics.waiting(courier.waiting);
      // What is sent is kept first: a successor does not send it again.
      void (owned === undefined ? courier.pump() : owned.settle().then(() => courier.pump()));
    },
    close: () => store.close(),
  };
};
