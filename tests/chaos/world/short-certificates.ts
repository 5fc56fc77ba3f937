import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const SLACK_MS = 60_000;

export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** An authority whose certificates are good for seconds. */
export interface ShortAuthority {
  readonly caFile: string;
  /** Writes a certificate for a name on the loopback, over an older one of that name. */
  issue(name: string, seconds: number): Promise<CertificateFiles>;
}

const newKeys = () => crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);

const span = (seconds: number) => ({
  notBefore: new Date(Date.now() - SLACK_MS),
  notAfter: new Date(Date.now() + seconds * 1_000),
});

export const shortAuthority = async (folder: string): Promise<ShortAuthority> => {
  const name = 'CN=A short evening';
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    ...{ name, keys, signingAlgorithm: KEY, serialNumber: '01', ...span(86_400) },
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, root.toString('pem'));
  let serial = 16;
  return {
    caFile,
    issue: async (subject, seconds) => {
      const own = await newKeys();
      serial += 1;
      const made = await X509CertificateGenerator.create({
        ...{ subject: `CN=${subject}`, issuer: name, signingAlgorithm: KEY, ...span(seconds) },
        ...{ publicKey: own.publicKey, signingKey: keys.privateKey },
        serialNumber: serial.toString(16),
        extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
      });
      const [certFile, keyFile] = [join(folder, `${subject}.pem`), join(folder, `${subject}.key`)];
      const key = await crypto.subtle.exportKey('pkcs8', own.privateKey);
      writeFileSync(keyFile, PemConverter.encode(key, 'PRIVATE KEY'), { mode: 0o600 });
      writeFileSync(certFile, made.toString('pem'));
      return { certFile, keyFile };
    },
  };
};
