import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Who speaks to the boxes: this server's key pair. */
export interface FleetKey {
  /** What boxes trust, base64 (SubjectPublicKeyInfo): `fleet.key` of their settings. */
  readonly publicKey: string;
  /** Ed25519 (RFC 8032) of a text, base64. */
  sign(text: string): string;
  /** What lets one box fetch one file: nobody makes it without the key, and it opens nothing else. */
  ticket(edge: string, sha256: string): string;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readKey = (file: string): KeyObject | undefined => {
  try {
    return createPrivateKey(readFileSync(file, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Error(`${file} holds no private key of this server; restore it, or move it away`);
  }
};

const makeKey = (file: string): KeyObject => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  // Only who runs the server may read it; another process that was quicker keeps its own.
  writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  return privateKey;
};

/** Beside the store, whose backup it belongs to: boxes trust this key and no other. */
export const fleetKeyFile = (storeFile: string): string => `${storeFile}.fleet-key.pem`;

/**
 * The key in `file`, made at the first use. Where it is lost, each box must be given the new one.
 *
 * @throws when the file holds something else, or cannot be written.
 */
export const openFleetKey = (file: string): FleetKey => {
  const key = readKey(file) ?? makeKey(file);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`);
  const secret = key.export({ type: 'pkcs8', format: 'der' });
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    ticket: (edge, sha256) =>
      createHmac('sha256', secret)
        .update(`throng model ticket 1\n${edge}\n${sha256}`)
        .digest('hex'),
  };
};
