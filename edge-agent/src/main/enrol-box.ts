import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { fail, ok, parseEnrolmentCode, type Result, renewalText, toHex } from '@throng/contract';
import { askForCertificate } from '../adapters/identity/ask-server.js';
import { identityOf, signedBy } from '../adapters/identity/given-certificate.js';
import {
  checkStateFolder,
  identityPaths,
  readIdentity,
  writeIdentity,
} from '../adapters/identity/identity-folder.js';
import { pinnedAuthority } from '../adapters/identity/server-chain.js';
import type { Identity } from '../enrolment/identity.js';
import type { Clock } from '../ports/clock.js';

export interface Enrolment {
  /** `https://host:port` of the server. */
  readonly server: URL;
  readonly code: string;
  readonly state: string;
  /** Which edge this box is set up as; undefined where nothing says so. */
  readonly edge?: string | undefined;
  /** Also where the box is enrolled already. */
  readonly again: boolean;
}

/** Loaded when it is needed: its library is not small. */
const newKey = async (name: string) => {
  const { makeKeyAndRequest } = await import('../adapters/identity/certificate-request.js');
  return makeKeyAndRequest(name);
};

/**
 * Makes this box known to its server: all that can be checked is, before the code is used up. The
 * key is made here and never leaves.
 */
export const enrolBox = async (
  { again, code, edge, server, state }: Enrolment,
  clock: Pick<Clock, 'now'>,
): Promise<Result<Identity>> => {
  const parsed = parseEnrolmentCode(code);
  if (!parsed.ok) return parsed;
  const former = await readIdentity(state);
  if (former.ok && !again) {
    const { edge: name, endsAt, venue } = former.value;
    const until = new Date(endsAt).toISOString();
    return fail(
      'already-enrolled',
      `this box is edge "${name}" of ${venue} already, until ${until}`,
    );
  }
  const room = await checkStateFolder(state);
  if (!room.ok) return room;
  const { fingerprint, secret } = parsed.value;
  const pinned = await pinnedAuthority(server, fingerprint);
  if (!pinned.ok) return pinned;
  const { key, request } = await newKey(edge ?? 'throng-edge');
  const body = {
    ...{ v: 1, secret: toHex(secret), request, at: new Date(clock.now()).toISOString() },
    ...(edge === undefined ? {} : { edge }),
  };
  const given = await askForCertificate(server.origin, '/enrolment', body, [pinned.value]);
  if (!given.ok) return given;
  return keep(state, server.origin, key, given.value, clock);
};

/** Asks for the next certificate, with a new key, by the one that this box has (EN5). */
export const renewIdentity = async (
  state: string,
  clock: Pick<Clock, 'now'>,
): Promise<Result<Identity>> => {
  const former = await readIdentity(state);
  if (!former.ok) return former;
  const { edge, server } = former.value;
  const paths = identityPaths(state);
  const [formerKey, certificate, ca] = await Promise.all(
    [paths.key, paths.cert, paths.ca].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  if (!formerKey || !certificate || ca === undefined) {
    return fail('unusable-identity', `${paths.folder} lacks its key or certificate`);
  }
  const { key, request } = await newKey(edge);
  const signature = signedBy(formerKey, renewalText(request));
  const body = { v: 1, certificate, request, signature };
  // A page with a certificate of a public authority may have another issuer by now.
  const trusted = [ca, ...rootCertificates];
  const given = await askForCertificate(server, '/enrolment/renew', body, trusted);
  return given.ok ? keep(state, server, key, given.value, clock) : given;
};

const keep = async (
  state: string,
  server: string,
  key: string,
  answer: Parameters<typeof identityOf>[0],
  clock: Pick<Clock, 'now'>,
): Promise<Result<Identity>> => {
  const identity = identityOf(answer, server, key, clock.now());
  if (!identity.ok) return identity;
  const { ca, certificate: cert } = answer;
  const written = await writeIdentity(state, { identity: identity.value, key, cert, ca });
  return written.ok ? ok(identity.value) : written;
};
