import type { StoreResult } from '../store/measurement-store.js';
import type { AgentCertificate } from './agent-certificate.js';
import type { OneTimeCode } from './one-time-code.js';

/** What a certificate is when it is given out. */
export type NewCertificate = Omit<AgentCertificate, 'seenAt' | 'revokedAt' | 'reason'>;

export interface Revocation {
  readonly serials: readonly string[];
  readonly at: number;
  readonly reason: string;
}

/** Codes and certificates, wherever they are kept. Times are epoch ms. */
export interface EnrolmentStore {
  addCode(code: OneTimeCode): StoreResult<void>;
  code(hash: string): StoreResult<OneTimeCode | undefined>;
  /**
   * Uses a code up, keeps the certificate and revokes the edge's former ones, all or nothing; false
   * where the code is not good any more: of two boxes that come at once, one is enrolled.
   */
  enrol(hash: string, certificate: NewCertificate): StoreResult<boolean>;
  /** Keeps what a renewal gave; the former one stays good until it ends or is revoked. */
  addCertificate(certificate: NewCertificate): StoreResult<void>;
  certificate(fingerprint: string): StoreResult<AgentCertificate | undefined>;
  /** All, the edges in order, and the newest of each first. */
  certificates(): StoreResult<readonly AgentCertificate[]>;
  /** Ends the unused codes of an edge; how many there were. */
  endCodes(edge: string, at: number): StoreResult<number>;
  /** Those not revoked before; how many that were. */
  revoke(revocation: Revocation): StoreResult<number>;
  seen(serial: string, at: number): StoreResult<void>;
  /** Forgets codes that ended before `at`. */
  sweep(at: number): StoreResult<void>;
  close(): void;
}
