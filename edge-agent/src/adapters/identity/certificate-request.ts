import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A key that never leaves this box, and the request that shows it is held; PEM. */
export interface KeyAndRequest {
  readonly key: string;
  readonly request: string;
}

/** Makes a P-256 key and a PKCS#10 request for it. Its name is only a hint: the server knows whose it is. */
export const makeKeyAndRequest = async (name: string): Promise<KeyAndRequest> => {
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [name] }],
    keys,
    signingAlgorithm: SIGNATURE,
  });
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    request: `${request.toString('pem')}\n`,
  };
};
