import { randomBytes } from 'node:crypto';
import {
  access,
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import { type Identity, type IdentityFile, parseIdentity } from '../../enrolment/identity.js';

/** What lies in `identity` of an agent's state folder. */
export const identityPaths = (state: string) => {
  const folder = join(state, 'identity');
  return {
    folder,
    key: join(folder, 'key.pem'),
    cert: join(folder, 'cert.pem'),
    ca: join(folder, 'ca.pem'),
    file: join(folder, 'identity.json'),
  };
};

/** All that makes a box who it is; PEM. */
export interface IdentityContent {
  readonly identity: Identity;
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** As whom the box of a state folder was enrolled. */
export const readIdentity = async (
  state: string,
): Promise<Result<Identity, 'not-enrolled' | 'unusable-identity'>> => {
  const { file, folder } = identityPaths(state);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return fail('not-enrolled', `this box is not enrolled: no ${folder}`);
  try {
    return parseIdentity(JSON.parse(text));
  } catch {
    return fail('unusable-identity', `${file} is damaged`);
  }
};

/** Whether an identity could be kept there: asked before a code is used up. */
export const checkStateFolder = async (state: string): Promise<Result<void, 'unwritable'>> => {
  try {
    await mkdir(state, { recursive: true, mode: 0o700 });
    await access(state, constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (error) {
    return fail('unwritable', `${state} cannot be written: ${textOf(error)}`);
  }
};

const writeSecret = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Keeps an identity in the place of the one before, in one step: `identity` is a link to a folder
 * that is written whole first, so that a key never stands beside another key's certificate.
 */
export const writeIdentity = async (
  state: string,
  { ca, cert, identity, key }: IdentityContent,
): Promise<Result<void, 'unwritable'>> => {
  const { folder } = identityPaths(state);
  const name = randomBytes(6).toString('hex');
  const [all, draft] = [join(state, 'identities'), `${folder}.new`];
  const { issuedAt, endsAt, ...rest } = identity;
  const times = { issuedAt: toTimestamp(issuedAt), endsAt: toTimestamp(endsAt) };
  const file: IdentityFile = { v: 1, ...rest, ...times };
  try {
    await mkdir(join(all, name), { recursive: true, mode: 0o700 });
    await writeSecret(join(all, name, 'key.pem'), key);
    await writeSecret(join(all, name, 'cert.pem'), cert);
    await writeSecret(join(all, name, 'ca.pem'), ca);
    await writeSecret(join(all, name, 'identity.json'), `${JSON.stringify(file, null, 2)}\n`);
    await rm(draft, { force: true });
    await symlink(join('identities', name), draft);
    // A folder that was put there by hand cannot be replaced by a link.
    const found = await lstat(folder).catch(() => undefined);
    if (found?.isDirectory()) await rename(folder, join(all, `${name}-former`));
    await rename(draft, folder);
    await forgetOthers(all, name);
    return ok(undefined);
  } catch (error) {
    return fail('unwritable', `${state} cannot be written: ${textOf(error)}`);
  }
};

const forgetOthers = async (all: string, kept: string): Promise<void> => {
  const others = (await readdir(all)).filter((name) => name !== kept);
  await Promise.all(others.map((name) => rm(join(all, name), { recursive: true, force: true })));
};
