import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { type Channel, failed } from '../../notifications/delivery.js';
import type { Message } from '../../notifications/message.js';
import type { PushSubscription } from '../../notifications/notification-store.js';
import { PUSH } from '../../notifications/rule.js';
import { encryptPush } from './encrypt-push.js';
import type { Post } from './guarded-post.js';
import type { VapidKeys } from './vapid-keys.js';

/** A push that waited longer for its phone is of the past, seconds. */
const TTL_SECONDS = 900;

/** What the phone's service worker is given. */
const payloadOf = (message: Message): string => {
  const { advice, alert, at, drill, kind, language, priority, text, title } = message;
  return JSON.stringify({ title, text, advice, alert, at, drill, kind, language, priority });
};

/** A newer push of the same alert takes the place of one that still waits (RFC 8030, 5.4). */
const topicOf = ({ alert, drill, kind }: Message): string =>
  createHash('sha256')
    .update(`${drill ? 'drill ' : ''}${alert ?? kind}`)
    .digest('base64url')
    .slice(0, 32);

export interface PushParts {
  readonly keys: VapidKeys;
  readonly contact: string;
  readonly post: Post;
  readonly clock: Clock;
  /** Whoever still may be told; undefined where that session has ended. */
  readonly subscription: (id: string) => PushSubscription | undefined;
}

/** Tells a phone or a browser, wherever it is. */
export const pushChannel = ({
  clock,
  contact,
  keys,
  post,
  subscription: find,
}: PushParts): Channel => ({
  id: PUSH,
  kind: 'push',
  send: async ({ message, recipient }) => {
    const subscription = recipient === null ? undefined : find(recipient);
    if (subscription === undefined) return failed('logged-out', false);
    const { endpoint } = subscription;
    if (!URL.canParse(endpoint)) return failed('no-url', false);
    let body: Buffer;
    try {
      body = encryptPush(payloadOf(message), subscription);
    } catch {
      return { ok: false, code: 'bad-key', retry: false, gone: true };
    }
    return post(endpoint, body, {
      authorization: await keys.authorization(new URL(endpoint), contact, clock.now()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(TTL_SECONDS),
      topic: topicOf(message),
      urgency: message.priority === 'watch' ? 'normal' : 'high',
    });
  },
});
