/** The part of the library that is used; it brings no types of its own. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  export interface WebPushEncryption {
    readonly version: 'aes128gcm';
    /** The sender's key of this one message. */
    readonly privateKey: ECDH;
    /** The receiver's public key and secret, base64url. */
    readonly dh: string;
    readonly authSecret: string;
  }
  /** Encrypts a message for one receiver (RFC 8291 over RFC 8188). */
  export function encrypt(plain: Buffer, parameters: WebPushEncryption): Buffer;
}
