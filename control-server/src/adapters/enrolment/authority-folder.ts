import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { MadePair, X509Authority } from './x509-authority.js';

/** What lies in an authority's folder. */
export const authorityFiles = (folder: string) => ({
  cert: join(folder, 'ca.pem'),
  key: join(folder, 'ca.key'),
  /** What is revoked, for a broker that is not the embedded one. */
  revoked: join(folder, 'crl.pem'),
});

export type AuthorityFault = 'no-authority' | 'exposed-key' | 'unusable-key' | 'exists' | 'io';

const OTHERS_MAY = 0o077;
const OWNER_ONLY = 0o600;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes a file whole or not at all, for its owner's eyes where it is secret. */
export const writeWhole = async (path: string, text: string, mode = 0o644): Promise<void> => {
  const draft = `${path}.new`;
  await writeFile(draft, text, { mode });
  await chmod(draft, mode);
  const file = await open(draft);
  await file.sync().finally(() => file.close());
  await rename(draft, path);
};

const locked = (key: string, passphrase: string | undefined): string =>
  passphrase === undefined
    ? key
    : createPrivateKey(key)
        .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
        .toString();

/** Makes an authority in a folder of its own; one that is there is never written over. */
export const createAuthority = async (
  folder: string,
  name: string,
  passphrase: string | undefined,
  now: number,
): Promise<Result<string, AuthorityFault>> => {
  const files = authorityFiles(folder);
  if (await stat(files.key).catch(() => undefined)) {
    return fail('exists', `${files.key} is there already; all certificates of it would be lost`);
  }
  const { makeAuthority, X509Authority } = await import('./x509-authority.js');
  const { cert, key } = await makeAuthority(name, now);
  const authority = await X509Authority.open({ cert, key }, undefined);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(files.key, locked(key, passphrase), OWNER_ONLY);
    await writeWhole(files.cert, cert);
    // A broker that is told to read the list does not start without one.
    await writeWhole(files.revoked, await authority.revocationList([], now));
  } catch (error) {
    return fail('io', `${folder} cannot be written: ${textOf(error)}`);
  }
  return ok(cert);
};

/** Opens the authority of a folder, which must keep its key to itself. */
export const openAuthority = async (
  folder: string,
  passphrase: string | undefined,
): Promise<Result<X509Authority, AuthorityFault>> => {
  const files = authorityFiles(folder);
  const init = `make one with "throng-server authority init --folder ${folder}"`;
  let pair: MadePair;
  try {
    pair = { cert: await readFile(files.cert, 'utf8'), key: await readFile(files.key, 'utf8') };
    if (((await stat(files.key)).mode & OTHERS_MAY) !== 0) {
      return fail('exposed-key', `${files.key} may be read by others; chmod 600 it`);
    }
  } catch (error) {
    return fail('no-authority', `${folder} holds no authority (${textOf(error)}); ${init}`);
  }
  const { X509Authority } = await import('./x509-authority.js');
  try {
    return ok(await X509Authority.open(pair, passphrase));
  } catch (error) {
    const hint = pair.key.includes('ENCRYPTED') ? '; is enrolment.passphraseFile right?' : '';
    return fail('unusable-key', `${files.key} cannot be used: ${textOf(error)}${hint}`);
  }
};

/** The authority's certificate alone, for which no key is needed. */
export const readAuthorityCertificate = async (
  folder: string,
): Promise<Result<{ readonly pem: string; readonly endsAt: number }, AuthorityFault>> => {
  try {
    const pem = await readFile(authorityFiles(folder).cert, 'utf8');
    return ok({ pem, endsAt: Date.parse(new X509Certificate(pem).validTo) });
  } catch (error) {
    return fail('no-authority', `${folder} holds no authority (${textOf(error)})`);
  }
};
