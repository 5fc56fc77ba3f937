import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, isTree, ok, type Result } from '@throng/contract';
import type { FleetAcceptance } from '../../settings/fleet-settings.js';

/** Whether a text carries the signature of the server that this box trusts. */
export type SignatureCheck = (text: string, signature: string) => boolean;

/** Bytes of a bare Ed25519 key, and what makes one a SubjectPublicKeyInfo. Source: RFC 8410. */
const BARE = 32;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const readKey = (text: string): Result<KeyObject, 'fleet-key'> => {
  try {
    const bytes = Buffer.from(text, 'base64');
    const der = bytes.length === BARE ? Buffer.concat([SPKI, bytes]) : bytes;
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return ok(key);
    return fail('fleet-key', `the fleet's key is ${key.asymmetricKeyType}, not Ed25519`);
  } catch {
    return fail('fleet-key', "the fleet's key is none; copy what throng-server fleet key prints");
  }
};

/** The field `fleetKey` of what enrolment left; undefined where the box was not enrolled, or without it. */
const enrolledKey = async (state: string): Promise<string | undefined> => {
  const text = await readFile(join(state, 'identity', 'identity.json'), 'utf8').catch(() => '{}');
  try {
    const identity: unknown = JSON.parse(text);
    const key = isTree(identity) ? identity.fleetKey : undefined;
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The key that documents must be signed with: that of the settings, else that of the enrolment;
 * undefined where the box was given none, and then it trusts nobody (FL2).
 *
 * @param folder that relative paths of the settings start from.
 */
export const trustedKey = async (
  { key, keyFile }: FleetAcceptance,
  folder: string,
  state: string,
): Promise<Result<SignatureCheck | undefined, 'fleet-key'>> => {
  const path = keyFile === undefined ? undefined : resolve(folder, keyFile);
  const filed =
    path === undefined ? undefined : await readFile(path, 'utf8').catch(() => undefined);
  if (path !== undefined && filed === undefined) {
    return fail('fleet-key', `fleet.keyFile: ${path} cannot be read; name a readable file`);
  }
  const text = key ?? filed ?? (await enrolledKey(state));
  if (text === undefined) return ok(undefined);
  const read = readKey(text.trim());
  if (!read.ok) return read;
  return ok((signed, signature) =>
    verify(null, Buffer.from(signed), read.value, Buffer.from(signature, 'base64')),
  );
};
