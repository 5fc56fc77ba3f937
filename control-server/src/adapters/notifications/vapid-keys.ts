import { readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** Who sends, towards push services: a key pair of this server (RFC 8292). */
export interface VapidKeys {
  /** The public key as browsers take it: an uncompressed point, base64url. */
  readonly publicKey: string;
  /** The `Authorization` header for a push service. @param now epoch ms. */
  authorization(endpoint: URL, contact: string, now: number): Promise<string>;
}

const TWELVE_HOURS_MS = 43_200_000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readKey = (file: string): JWK | undefined => {
  try {
    const key: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof key === 'object' && key !== null ? key : {};
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const makeKey = async (file: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  // Only who runs the server may read it; another server that was quicker keeps its own.
  writeFileSync(file, `${JSON.stringify(key)}\n`, { flag: 'wx', mode: 0o600 });
  return key;
};

/**
 * The keys in `file`, made at the first use. Every browser is bound to them: where the file is lost,
 * people must say yes to push again.
 *
 * @throws when the file holds something else, or cannot be written.
 */
export const openVapidKeys = async (file: string): Promise<VapidKeys> => {
  const key = readKey(file) ?? (await makeKey(file));
  const { x, y, d } = key;
  if (key.crv !== 'P-256' || x === undefined || y === undefined || d === undefined) {
    throw new Error(`${file} holds no key of this server; move it away, and a new one is made`);
  }
  const privateKey = await importJWK(key, 'ES256');
  const point = [Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const publicKey = Buffer.concat(point).toString('base64url');
  return {
    publicKey,
    authorization: async ({ origin }, contact, now) => {
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
        .setAudience(origin)
        .setExpirationTime(Math.floor((now + TWELVE_HOURS_MS) / 1_000))
        .setSubject(contact)
        .sign(privateKey);
      return `vapid t=${token}, k=${publicKey}`;
    },
  };
};
