import Type from 'typebox';
import { FleetKey } from '../fleet/signed-document.js';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const closed = { additionalProperties: false } as const;
const Version = Type.Literal(1);
const pem = (label: string, maxLength: number) =>
  Type.String({
    pattern: `^(-----BEGIN ${label}-----\\r?\\n[A-Za-z0-9+/=\\r\\n]+-----END ${label}-----\\s*)+$`,
    maxLength,
  });

/** A PKCS#10 request for one certificate, PEM. */
export const CertificateRequest = pem('CERTIFICATE REQUEST', 4_096);
const Certificate = pem('CERTIFICATE', 8_192);

/** What a box asks for with its one-time code (`POST /api/v1/enrolment`, EN2). */
export const EnrolmentRequest = Type.Object(
  {
    v: Version,
    /** The secret half of the code, hexadecimal. */
    secret: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    /** Which edge this box is, where its settings say so: a code for another is left unused. */
    edge: Type.Optional(Identifier),
    request: CertificateRequest,
    /** By this box's clock: one that is far off could not use what it is given. */
    at: Timestamp,
  },
  closed,
);
export type EnrolmentRequest = Type.Static<typeof EnrolmentRequest>;

/** What a box asks for with the certificate that it has (`POST /api/v1/enrolment/renew`, EN5). */
export const RenewalRequest = Type.Object(
  {
    v: Version,
    /** The present certificate, as it was given out. */
    certificate: Certificate,
    request: CertificateRequest,
    /** ECDSA (P-256, SHA-256, DER) by the present key over `renewalText(request)`, base 64. */
    signature: Type.String({ pattern: '^[A-Za-z0-9+/]{80,110}={0,2}$' }),
  },
  closed,
);
export type RenewalRequest = Type.Static<typeof RenewalRequest>;

/** What a box is given: all that it needs to speak for its edge. */
export const EnrolmentAnswer = Type.Object(
  {
    v: Version,
    venue: Identifier,
    edge: Identifier,
    certificate: Certificate,
    /** Whom to trust: authorities of the broker and of the server, PEM, one after the other. */
    ca: pem('CERTIFICATE', 65_536),
    broker: Type.String({ pattern: '^mqtts://[^\\s/]+$', maxLength: 500 }),
    /** Whose documents it takes (FL2). */
    fleetKey: Type.Optional(FleetKey),
  },
  closed,
);
export type EnrolmentAnswer = Type.Static<typeof EnrolmentAnswer>;

/** What the present key signs for a renewal: bound to this use, so that it is good for nothing else. */
export const renewalText = (request: string): string => `throng/v1 renewal\n${request}`;
