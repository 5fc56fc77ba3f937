import { createECDH } from 'node:crypto';
import ece from 'http_ece';
import type { PushSubscription } from '../../notifications/notification-store.js';

/**
 * Encrypts what one browser shall be shown, with a key made for this message alone: the push service
 * that carries it cannot read it (RFC 8291).
 *
 * @throws when the browser's key is no point of the curve.
 */
export const encryptPush = (
  text: string,
  { auth, p256dh }: Pick<PushSubscription, 'auth' | 'p256dh'>,
): Buffer => {
  const privateKey = createECDH('prime256v1');
  privateKey.generateKeys();
  return ece.encrypt(Buffer.from(text), {
    ...{ version: 'aes128gcm', privateKey, dh: p256dh, authSecret: auth },
  });
};
