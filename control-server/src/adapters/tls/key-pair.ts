import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '@throng/contract';

/** Where a certificate and its private key lie, PEM. */
export interface KeyPairFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** A certificate (with its chain) that is in force, and the key that belongs to it. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
  /** When it ends, epoch milliseconds. */
  readonly endsAt: number;
}

export type KeyPairFault =
  | 'unreadable'
  | 'no-certificate'
  | 'no-key'
  | 'mismatched'
  | 'not-yet-valid'
  | 'expired';

/** Reads both files and checks that they can be served with at `now` (epoch ms). */
export const readKeyPair = async (
  { certFile, keyFile }: KeyPairFiles,
  now: number,
): Promise<Result<KeyPair, KeyPairFault>> => {
  const [cert, key] = [await readText(certFile), await readText(keyFile)];
  if (cert === undefined) return fail('unreadable', `${certFile} cannot be read`);
  if (key === undefined) return fail('unreadable', `${keyFile} cannot be read`);
  const parsed = attempt(() => new X509Certificate(cert));
  if (parsed === undefined) return fail('no-certificate', `${certFile} holds no PEM certificate`);
  const privateKey = attempt(() => createPrivateKey(key));
  if (privateKey === undefined) {
    return fail('no-key', `${keyFile} holds no PEM private key without a passphrase`);
  }
  if (!parsed.checkPrivateKey(privateKey)) {
    return fail('mismatched', `${keyFile} is not the key of the certificate in ${certFile}`);
  }
  const [beginsAt, endsAt] = [Date.parse(parsed.validFrom), Date.parse(parsed.validTo)];
  if (now < beginsAt) {
    return fail('not-yet-valid', `${certFile} is valid only from ${parsed.validFrom}`);
  }
  if (now >= endsAt) return fail('expired', `${certFile} expired on ${parsed.validTo}`);
  return ok({ cert, key, endsAt });
};

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** What a parser of the platform makes of it; undefined where it throws. */
const attempt = <Value>(parse: () => Value): Value | undefined => {
  try {
    return parse();
  } catch {
    return undefined;
  }
};
