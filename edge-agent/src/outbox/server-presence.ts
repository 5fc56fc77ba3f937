import { LIMITS, type ServerStatus } from '@throng/contract';

/** A server unheard for three of its announcements is away (SPEC T6). */
const SILENCE = 3 * LIMITS.serverStatusSeconds * 1_000;

/**
 * Whether a server hears us, as far as an agent can know: it was heard through the broker within the
 * last 30 s. What the broker had retained proves nothing: a broker that restarts may bring back the
 * `online` of a server that is long gone.
 */
export class ServerPresence {
  #heardAt = Number.NEGATIVE_INFINITY;
  #awaySince: number;

  constructor(now: number) {
    this.#awaySince = now;
  }

  heard(status: ServerStatus, retained: boolean, now: number): void {
    if (status === 'offline') this.lost(now);
    else if (!retained) this.#heardAt = now;
  }

  /** The broker, and with it the server, is out of reach. */
  lost(now: number): void {
    if (this.isThere(now)) this.#awaySince = now;
    this.#heardAt = Number.NEGATIVE_INFINITY;
  }

  isThere(now: number): boolean {
    if (this.#heardAt === Number.NEGATIVE_INFINITY) return false;
    // Heard in a time that has since gone back: nobody knows how long ago, and it is heard again within seconds.
    if (Math.abs(now - this.#heardAt) <= SILENCE) return true;
    this.#awaySince = this.#heardAt + SILENCE;
    this.#heardAt = Number.NEGATIVE_INFINITY;
    return false;
  }

  /** Milliseconds since a server was there; 0 while one is. */
  awayFor(now: number): number {
    return this.isThere(now) ? 0 : Math.max(0, now - this.#awaySince);
  }
}
