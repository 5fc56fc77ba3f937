import type { Passwords, Secrets } from '../../access/ports.js';
import { hashPassword, isPassword } from './password-hash.js';
import { hashOf, isSameHash, randomId, randomSecret } from './secrets.js';
import { BusyError } from './turns.js';

export const nodeSecrets: Secrets = {
  random: randomSecret,
  randomId,
  hash: hashOf,
  isSame: isSameHash,
};

const unlessBusy = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BusyError) return undefined;
    throw error;
  }
};

export const scryptPasswords: Passwords = {
  hash: (password) => unlessBusy(hashPassword(password)),
  matches: (password, hash, isKnown) => unlessBusy(isPassword(password, hash, isKnown)),
};
