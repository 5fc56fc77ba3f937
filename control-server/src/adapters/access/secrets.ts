import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for an address or a cookie, 43 characters. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** A short public name for a secret, 16 hexadecimal digits. */
export const randomId = (): string => randomBytes(8).toString('hex');

/**
 * What is kept of a random secret. A fast hash is enough: 256 random bits cannot be guessed, and a
 * look-up by hash takes no longer for a guess that is nearly right.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares two hashes in a time that does not tell where they differ. */
export const isSameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
