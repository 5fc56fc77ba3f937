import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.js';
import type { Channel } from '../../notifications/delivery.js';
import type { Post } from './guarded-post.js';
import { webhookSignature } from './sign-webhook.js';

/** Names a delivery, the same at each attempt: a receiver that has it already leaves it. */
const deliveryId = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Tells another program: the message as JSON, signed. */
export const webhookChannel = (
  id: string,
  { secret, url }: { readonly url: string; readonly secret: string },
  post: Post,
  clock: Clock,
): Channel => ({
  id,
  kind: 'webhook',
  send: ({ key, message }) => {
    const body = JSON.stringify({ v: 1, ...message });
    return post(url, body, {
      'content-type': 'application/json',
      'throng-delivery': deliveryId(key),
      'throng-signature': webhookSignature(secret, body, clock.now()),
    });
  },
});
