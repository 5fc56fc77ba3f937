import type { Clock } from '../clock.js';
import { type AgentCertificate, certificateFault, normalSerial } from './agent-certificate.js';
import type { EnrolmentStore } from './enrolment-store.js';
import { dueExpulsions } from './expulsions.js';

/** Milliseconds between two notes of when a certificate was last seen. */
const NOTE_EVERY = 60_000;

/**
 * How the certificates of boxes stand, as the store last said: the command line may revoke one at any
 * moment. What cannot be read leaves the last word in force.
 */
export class CertificateStanding {
  #revoked: ReadonlySet<string> = new Set();
  #lost: ReadonlySet<string> = new Set();
  #all: readonly AgentCertificate[] = [];
  #lookedAt: number;
  readonly #noted = new Map<string, number>();

  constructor(
    private readonly store: Pick<EnrolmentStore, 'certificates' | 'seen'>,
    private readonly clock: Clock,
  ) {
    this.#lookedAt = clock.now();
    this.refresh();
  }

  isRevoked(serial: string): boolean {
    return this.#revoked.has(normalSerial(serial));
  }

  /** Whether an edge once had a certificate, and all that it had are revoked. */
  isLost(edge: string): boolean {
    return this.#lost.has(edge);
  }

  /** Edges that once had certificates, all of which are revoked. */
  lost(): readonly string[] {
    return [...this.#lost];
  }

  /** Edges whose sessions at a broker elsewhere have become due to be ended since this was last asked. */
  toExpel(): readonly string[] {
    const now = this.clock.now();
    const due = dueExpulsions(this.#all, this.#lookedAt, now);
    this.#lookedAt = now;
    return due;
  }

  /** A box has come in by this certificate. */
  seen(shown: string): void {
    const [serial, now] = [normalSerial(shown), this.clock.now()];
    if (now - (this.#noted.get(serial) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY) return;
    this.#noted.set(serial, now);
    this.store.seen(serial, now);
  }

  /** Asks the store again; whether more are revoked than before. */
  refresh(): boolean {
    const read = this.store.certificates();
    if (!read.ok) return false;
    this.#all = read.value;
    const before = this.#revoked.size;
    const isOut = ({ revokedAt }: AgentCertificate) => revokedAt !== null;
    this.#revoked = new Set(read.value.filter(isOut).map(({ serial }) => serial));
    const now = this.clock.now();
    const good = read.value.filter((each) => certificateFault(each, now) !== 'revoked');
    const kept = new Set(good.map(({ edge }) => edge));
    this.#lost = new Set(read.value.map(({ edge }) => edge).filter((edge) => !kept.has(edge)));
    return this.#revoked.size > before;
  }
}
