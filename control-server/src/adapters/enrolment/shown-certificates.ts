import { createHash, verify, X509Certificate } from 'node:crypto';
import { CODE_PART_BYTES } from '@throng/contract';
import type { ShownCertificates } from '../../enrolment/ports.js';

const parsed = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Certificates as the platform reads them. */
export const shownCertificates: ShownCertificates = {
  fingerprintOf: (certificate) => {
    const shown = parsed(certificate);
    return shown && digest(shown.raw).toString('hex');
  },
  hasSigned: (certificate, text, signature) => {
    const shown = parsed(certificate);
    if (shown?.publicKey.asymmetricKeyType !== 'ec') return false;
    return verify('sha256', Buffer.from(text), shown.publicKey, Buffer.from(signature, 'base64'));
  },
};

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificate that a chain ends with, as the server sends it; undefined where there is none. */
export const topOfChain = (chain: string): string | undefined => {
  const last = chain.match(CERTIFICATE)?.at(-1);
  return last !== undefined && parsed(last) !== undefined ? `${last}\n` : undefined;
};

/** What a one-time code says of it: the first 128 bits of its SHA-256 (EN1). */
export const codeFingerprint = (certificate: string): Uint8Array | undefined => {
  const shown = parsed(certificate);
  return shown && new Uint8Array(digest(shown.raw).subarray(0, CODE_PART_BYTES));
};

/** Each certificate of some chains once, PEM. */
export const bundle = (...chains: readonly string[]): string =>
  [...new Set(chains.flatMap((chain) => chain.match(CERTIFICATE) ?? []))]
    .map((certificate) => `${certificate}\n`)
    .join('');
