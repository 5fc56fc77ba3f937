import type { Result } from '@throng/contract';
import type { Recorder } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { EnrolmentStore } from './enrolment-store.js';

/** A certificate as it was made. Times are epoch ms. */
export interface IssuedCertificate {
  /** PEM. */
  readonly pem: string;
  readonly serial: string;
  readonly fingerprint: string;
  readonly endsAt: number;
}

export interface RevokedSerial {
  readonly serial: string;
  readonly at: number;
}

/** Whoever signs: a key and the certificate that all others come from. */
export interface Authority {
  /** Its certificate, PEM. */
  readonly ca: string;
  /** A client certificate for an edge, for the key of a PKCS#10 request that proves it is held. */
  issueAgent(
    request: string,
    edge: string,
    days: number,
    now: number,
  ): Promise<Result<IssuedCertificate, 'bad-request'>>;
  /** The list of what is revoked, PEM, good from `now` for a week. */
  revocationList(revoked: readonly RevokedSerial[], now: number): Promise<string>;
}

/** What is asked of a certificate that somebody shows. */
export interface ShownCertificates {
  /** SHA-256 of the DER form; undefined where it is none. */
  fingerprintOf(certificate: string): string | undefined;
  /** Whether its key has signed the text (ECDSA with SHA-256, base 64 of DER). */
  hasSigned(certificate: string, text: string, signature: string): boolean;
}

/** What a box is told beside its certificate. */
export interface BrokerDirections {
  readonly venue: string;
  /** Authorities to trust, PEM. */
  readonly ca: string;
  /** Whose pushed documents boxes take, base64. */
  readonly fleetKey: string;
  /** The broker's address, for a box that knows this server as `host`. */
  broker(host: string): string;
}

/** What the rooms of enrolment work with. */
export interface EnrolmentParts {
  readonly store: EnrolmentStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly authority: Authority;
  readonly shown: ShownCertificates;
  readonly directions: BrokerDirections;
  /** The certificate, with its chain, by which codes know this server. */
  readonly certFile: string;
  /** Days for which a certificate is good. */
  readonly days: number;
  /** What is kept of a secret. */
  readonly hash: (secret: string) => string;
}
