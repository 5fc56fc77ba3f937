import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { type EnrolmentAnswer, fail, ok, type Result } from '@throng/contract';
import type { Identity } from '../../enrolment/identity.js';

/** Signs a text by a key (PEM): ECDSA with SHA-256, base 64 of DER. */
export const signedBy = (key: string, text: string): string =>
  sign('sha256', Buffer.from(text), createPrivateKey(key)).toString('base64');

/**
 * What an answer makes of this box, once it is certain that it can be used: for the key that was
 * asked for, and in force by this box's clock (epoch ms).
 */
export const identityOf = (
  { broker, certificate, edge, fleetKey, venue }: EnrolmentAnswer,
  server: string,
  key: string,
  now: number,
): Result<Identity, 'strange-answer' | 'clock'> => {
  const given = parsed(certificate);
  if (given === undefined || !given.checkPrivateKey(createPrivateKey(key))) {
    return fail('strange-answer', 'the server gave a certificate that is not for this box’s key');
  }
  const [issuedAt, endsAt] = [Date.parse(given.validFrom), Date.parse(given.validTo)];
  if (now < issuedAt || now >= endsAt) {
    const here = new Date(now).toISOString();
    const message = `the certificate is good from ${given.validFrom} to ${given.validTo}, and this box’s clock says ${here}`;
    return fail('clock', message);
  }
  const trusted = fleetKey === undefined ? {} : { fleetKey };
  return ok({ venue, edge, server, broker, issuedAt, endsAt, ...trusted });
};

const parsed = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};
