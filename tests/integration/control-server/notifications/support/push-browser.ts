import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto';

const hmac = (key: Buffer, ...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A browser's side of Web Push: its keys, and the decryption of RFC 8291, written from its text alone. */
export const pushBrowser = ({
  privateKey,
  auth,
}: {
  readonly privateKey?: Buffer;
  readonly auth?: Buffer;
} = {}) => {
  const keys = createECDH('prime256v1');
  if (privateKey === undefined) keys.generateKeys();
  else keys.setPrivateKey(privateKey);
  const secret = auth ?? randomBytes(16);
  return {
    keys: {
      p256dh: keys.getPublicKey().toString('base64url'),
      auth: secret.toString('base64url'),
    },
    decrypt: (body: Buffer): string => {
      // The header of RFC 8188: salt (16), record size (4), length of the key id (1), the sender's key.
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + keyLength);
      const sealed = body.subarray(21 + keyLength);
      const key = hmac(
        hmac(secret, keys.computeSecret(sender)),
        'WebPush: info\0',
        ...[keys.getPublicKey(), sender, Buffer.of(1)],
      );
      const pseudoRandom = hmac(salt, key);
      const part = (info: string, length: number) =>
        hmac(pseudoRandom, info, Buffer.of(1)).subarray(0, length);
      const cipher = createDecipheriv(
        'aes-128-gcm',
        part('Content-Encoding: aes128gcm\0', 16),
        part('Content-Encoding: nonce\0', 12),
      );
      cipher.setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      // The last record ends with 2 and padding of zeros.
      return plain.subarray(0, plain.lastIndexOf(2)).toString();
    },
  };
};
