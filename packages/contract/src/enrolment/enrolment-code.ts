import { fail, ok, type Result } from '../result.js';

/** What a one-time code carries: a secret for the server, and by what the server is known. */
export interface EnrolmentCode {
  /** 128 random bits. */
  readonly secret: Uint8Array;
  /** The first 128 bits of the SHA-256 of the certificate that the server's chain ends with (DER). */
  readonly fingerprint: Uint8Array;
}

export type EnrolmentCodeFault = 'code-length' | 'code-letter' | 'code-checksum';

/** Bytes of each half; finding another certificate of the same 128 bits takes 2^128 tries. */
export const CODE_PART_BYTES = 16;

/** Crockford's base 32: no I, L, O and U, which are misread or misheard. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
const CHECK_BYTES = 2;
const ALL_BYTES = 2 * CODE_PART_BYTES + CHECK_BYTES;
/** 272 bits in letters of five, the last three bits zero: 55, in eleven groups of five. */
const LENGTH = Math.ceil((8 * ALL_BYTES) / BITS);

/** CRC-16 (polynomial 0x1021, begin 0xFFFF): finds each mistyped letter and each pair exchanged. */
const checkOf = (bytes: Uint8Array): number => {
  let rest = 0xffff;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = rest & 0x8000 ? ((rest << 1) ^ 0x1021) & 0xffff : (rest << 1) & 0xffff;
    }
  }
  return rest;
};

/** The code as it is shown and typed: letters of base 32 in groups of five. */
export const formatEnrolmentCode = ({ secret, fingerprint }: EnrolmentCode): string => {
  const known = Uint8Array.of(...secret, ...fingerprint);
  const check = checkOf(known);
  let [text, held, bits] = ['', 0, 0];
  for (const byte of [...known, check >> 8, check & 0xff]) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= BITS; held &= (1 << bits) - 1) {
      bits -= BITS;
      text += LETTERS.charAt(held >> bits);
    }
  }
  text += LETTERS.charAt(held << (BITS - bits));
  return text.match(/.{5}/g)?.join('-') ?? text;
};

/**
 * Reads a typed code: case, blanks and hyphens do not matter, O is read as 0, I and L as 1 (EN1).
 * A mistyped one is told as such, so that nobody looks for the fault in the network.
 */
export const parseEnrolmentCode = (typed: string): Result<EnrolmentCode, EnrolmentCodeFault> => {
  const text = typed.slice(0, 500).replace(/[\s-]/g, '').toUpperCase();
  const letters = text.replace(/O/g, '0').replace(/[IL]/g, '1');
  const strange = [...letters].find((letter) => !LETTERS.includes(letter));
  if (strange !== undefined) {
    return fail('code-letter', `no code holds "${strange}"; copy it whole as the server showed it`);
  }
  if (letters.length !== LENGTH) {
    const message = `a code has ${LENGTH} letters and digits, this one ${letters.length}; copy it whole`;
    return fail('code-length', message);
  }
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of letters) {
    held = (held << BITS) | LETTERS.indexOf(letter);
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  const known = Uint8Array.from(bytes.slice(0, 2 * CODE_PART_BYTES));
  const [high = 0, low = 0] = bytes.slice(2 * CODE_PART_BYTES);
  if (held !== 0 || checkOf(known) !== ((high << 8) | low)) {
    return fail('code-checksum', 'the code is mistyped; copy it whole as the server showed it');
  }
  return ok({
    secret: known.slice(0, CODE_PART_BYTES),
    fingerprint: known.slice(CODE_PART_BYTES),
  });
};

/** Bytes as lower-case hexadecimal digits, as the secret travels. */
export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
