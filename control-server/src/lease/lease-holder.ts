import type { Clock } from '../clock.js';
import type { LeaseStore } from './lease-store.js';

/** Why a server owns its venue no more. */
export type LeaseLoss =
  /** Another server has taken it. */
  | 'taken'
  /** It could not be renewed in time: another may have taken it. */
  | 'ran-out';

export interface HolderParts {
  readonly store: Pick<LeaseStore, 'renew'>;
  /** Milliseconds that never go back, whatever is done to the time of day. */
  readonly steady: Clock;
  readonly seconds: number;
  /** Once, and last: this server must not judge, tell or write any more. */
  readonly onLost: (loss: LeaseLoss) => void;
}

/** Renewed three times in its life: one attempt may fail, and the next is still in time. */
const RENEWALS = 3;
/** The owner stops this share of the life before its end: clocks run at slightly different speeds. */
const MARGIN = 0.1;

/**
 * A lease that is held. Its end is reckoned from before the database was asked, so that it lies before
 * the end that the database knows: whoever takes over finds this server silent.
 */
export class LeaseHolder {
  readonly #parts: HolderParts;
  #renewedAt: number;
  #askedAt: number;
  #isAsking = false;
  #isLost = false;

  /** @param askedAt steady time before the lease was asked for. */
  constructor(
    readonly epoch: number,
    askedAt: number,
    parts: HolderParts,
  ) {
    this.#parts = parts;
    this.#renewedAt = askedAt;
    this.#askedAt = askedAt;
  }

  /** Whether this server may still judge, tell and write. */
  isHeld(): boolean {
    if (this.#isLost) return false;
    const { seconds, steady } = this.#parts;
    if (steady.now() < this.#renewedAt + seconds * 1_000 * (1 - MARGIN)) return true;
    this.lose('ran-out');
    return false;
  }

  /** Looks after it; to be called several times a second. */
  step(): void {
    if (!this.isHeld() || this.#isAsking) return;
    const { seconds, steady } = this.#parts;
    const isFresh = this.#askedAt === this.#renewedAt;
    // What failed is tried again at once; what worked is left for a while.
    if (isFresh && steady.now() < this.#renewedAt + (seconds * 1_000) / RENEWALS) return;
    void this.#renew();
  }

  /** Another server has it, as a refused write tells. */
  lose(loss: LeaseLoss): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#parts.onLost(loss);
  }

  async #renew(): Promise<void> {
    const { seconds, steady, store } = this.#parts;
    const askedAt = steady.now();
    this.#askedAt = askedAt;
    this.#isAsking = true;
    const renewed = await store.renew(this.epoch, seconds);
    this.#isAsking = false;
    if (!renewed.ok || this.#isLost) return;
    if (renewed.value) this.#renewedAt = askedAt;
    else this.lose('taken');
  }
}
