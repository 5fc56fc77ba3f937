import { execFile } from 'node:child_process';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.js';

const run = promisify(execFile);
const openssl = (folder: string, ...args: string[]) => run('openssl', args, { cwd: folder });

export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
}

export interface Authority extends Certificate {
  readonly folder: string;
  /** A certificate for a host name or address; `days` below zero make one that has expired. */
  issue(name: string, options?: { host?: string; days?: number }): Promise<Certificate>;
  /** Its list of revoked certificates, as it is now: made anew with each call. */
  revocations(...revoked: readonly Certificate[]): Promise<string>;
}

/** What `openssl ca` must be told to keep a list of revoked certificates. */
const CA_SETTINGS = `[ca]
default_ca = own
[own]
database = index.txt
default_md = sha256
default_crl_days = 1
certificate = ca.pem
private_key = ca.key
`;

/** A small certificate authority of a test's own. */
export const authority = async (name: string): Promise<Authority> => {
  const folder = await temporaryFolder();
  const path = (file: string) => join(folder, file);
  await openssl(
    folder,
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', `/CN=${name}`],
  );
  return {
    folder,
    certFile: path('ca.pem'),
    keyFile: path('ca.key'),
    issue: async (subject, { host = 'IP:127.0.0.1', days = 1 } = {}) => {
      await openssl(
        folder,
        ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', `${subject}.key`, '-out', `${subject}.csr`, '-subj', `/CN=${subject}`],
      );
      await writeFile(path(`${subject}.ext`), `subjectAltName=${host}\n`);
      await openssl(
        folder,
        ...['x509', '-req', '-in', `${subject}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key'],
        ...['-CAcreateserial', '-days', `${days}`, '-extfile', `${subject}.ext`],
        ...['-out', `${subject}.pem`],
      );
      return { certFile: path(`${subject}.pem`), keyFile: path(`${subject}.key`) };
    },
    revocations: async (...revoked) => {
      await writeFile(path('ca.cnf'), CA_SETTINGS);
      await appendFile(path('index.txt'), '');
      for (const { certFile } of revoked) {
        await openssl(folder, 'ca', '-config', 'ca.cnf', '-revoke', certFile);
      }
      await openssl(folder, 'ca', '-config', 'ca.cnf', '-gencrl', '-out', 'crl.pem');
      return path('crl.pem');
    },
  };
};
