import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from '../../access/password-rule.js';
import { Turns } from './turns.js';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Memory 128·N·r bytes, p times over. */
interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB, three times. Source: OWASP Password Storage Cheat Sheet, scrypt. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** Hashes computed at once: each holds a thread and 32 MiB. Others wait their turn, up to a number and some milliseconds. */
const AT_ONCE = 2;
const MAX_WAITING = 50;
const PATIENCE = 10_000;

const turns = new Turns(AT_ONCE, MAX_WAITING, PATIENCE);

const keyOf = (
  password: string,
  salt: Buffer,
  { N, r, p }: Cost,
  isKnown = false,
): Promise<Buffer> =>
  turns.take(isKnown, () =>
    derive(normalPassword(password), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }),
  );

const format = ({ N, r, p }: Cost, salt: Buffer, key: Buffer): string =>
  `$scrypt$ln=${Math.log2(N)},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;

/** A password's hash with its salt and its cost, so that the cost can rise one day. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return format(COST, salt, await keyOf(password, salt, COST));
};

/** A well-formed hash that no password has: a log-in under an unknown name takes as long as any other. */
const NOBODY = format(COST, Buffer.alloc(16), Buffer.alloc(KEY_BYTES));

/**
 * Whether a password is the one that was hashed; never where there is no hash, in the same time.
 *
 * @param isKnown goes before strangers.
 * @throws BusyError when too many are asked for at once.
 */
export const isPassword = async (
  password: string,
  hash: string | null,
  isKnown: boolean,
): Promise<boolean> => {
  const [, ln, r, p, salt = '', key = ''] = FORM.exec(hash ?? NOBODY) ?? [];
  if (ln === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: 2 ** Number(ln), r: Number(r), p: Number(p) };
  const derived = await keyOf(password, Buffer.from(salt, 'base64url'), cost, isKnown);
  return expected.length === derived.length && timingSafeEqual(expected, derived) && hash !== null;
};
