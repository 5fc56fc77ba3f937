import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { KeyPairFiles } from '../tls/key-pair.js';
import { writeWhole } from './authority-folder.js';
import type { Use, X509Authority } from './x509-authority.js';

/** Object identifiers of what a certificate is good for. Source: RFC 5280, 4.2.1.12. */
const USES: Readonly<Record<string, Use>> = {
  '1.3.6.1.5.5.7.3.1': 'server',
  '1.3.6.1.5.5.7.3.2': 'client',
};

const DAY_MS = 86_400_000;

/** `DNS:hall, IP Address:10.0.0.5` as names. */
const namesOf = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName.split(', ').flatMap((each) => /^(?:DNS|IP Address):(.+)$/.exec(each)?.[1] ?? []);

/**
 * Issues a certificate of the server anew, with another key, when a third of its life is left; whether
 * it did. What another authority has given is left alone.
 *
 * @throws Error when a file cannot be read or written.
 */
export const renewOwn = async (
  { certFile, keyFile }: KeyPairFiles,
  authority: X509Authority,
  now: number,
): Promise<boolean> => {
  const shown = new X509Certificate(await readFile(certFile, 'utf8'));
  const own = new X509Certificate(authority.ca);
  if (!shown.checkIssued(own) || !shown.verify(own.publicKey)) return false;
  const [begin, end] = [Date.parse(shown.validFrom), Date.parse(shown.validTo)];
  if (now < end - (end - begin) / 3) return false;
  const name = /^CN=(.*)$/m.exec(shown.subject)?.[1] ?? 'server';
  const pair = await authority.issueOwn(name, {
    ...{ now, names: namesOf(shown), days: Math.round((end - begin) / DAY_MS) },
    uses: (shown.keyUsage ?? []).flatMap((use) => USES[use] ?? []),
  });
  // Between the two the door keeps the pair that it has.
  await writeWhole(keyFile, pair.key, 0o600);
  await writeWhole(certFile, pair.cert);
  return true;
};
