import type { Clock } from '../clock.js';
import type { LeaseStore } from './lease-store.js';

/** Why a server owns its venue no more. */
export type LeaseLoss =
  /** Another server has taken it. */
  | 'taken'
  /** It could not be renewed in time: another may have taken it. */
  | 'ran-out';

/** A lease as its owner sees it. */
export interface HeldLease {
  /** The fencing token. */
  readonly epoch: number;
  /** Whether this server may still judge, tell and write. */
  isHeld(): boolean;
  /** Another server has it, as a refused write tells. */
  lose(loss: LeaseLoss): void;
}

export interface HolderParts {
  readonly store: Pick<LeaseStore, 'renew'>;
  /** Milliseconds that never go back, whatever is done to the time of day. */
  readonly steady: Clock;
  readonly seconds: number;
  /** `at` is the steady time before the database was asked. */
  readonly onRenewed: (at: number) => void;
  /** Once, and last: this server must not judge, tell or write any more. */
  readonly onLost: (loss: LeaseLoss) => void;
}

/** Renewed three times in its life: one attempt may fail, and the next is still in time. */
const RENEWALS = 3;
/** The owner stops this share of the life before its end: clocks run at slightly different speeds. */
const MARGIN = 0.1;

/** Whether a lease stands at a steady time, as far as its owner may rely on it. */
export const heldAt = (now: number, renewedAt: number, seconds: number): boolean =>
  now < renewedAt + seconds * 1_000 * (1 - MARGIN);

/**
 * A lease that is held. Its end is reckoned from before the database was asked, so that it lies before
 * the end that the database knows: whoever takes over finds this server silent.
 */
export class LeaseHolder implements HeldLease {
  readonly #parts: HolderParts;
  /** Steady time before the database was last asked with success, and how long it gave. */
  #granted: { readonly at: number; readonly seconds: number };
  #hasFailed = false;
  #isAsking = false;
  #isLost = false;

  constructor(
    readonly epoch: number,
    granted: { readonly at: number; readonly seconds: number },
    parts: HolderParts,
  ) {
    this.#parts = parts;
    this.#granted = granted;
  }

  isHeld(): boolean {
    if (this.#isLost) return false;
    const { at, seconds } = this.#granted;
    if (heldAt(this.#parts.steady.now(), at, seconds)) return true;
    this.lose('ran-out');
    return false;
  }

  /** Looks after it; to be called several times a second. */
  step(): void {
    if (!this.isHeld() || this.#isAsking) return;
    const { seconds, steady } = this.#parts;
    // What failed is tried again at once; what worked is left for a while.
    const isFresh = steady.now() < this.#granted.at + (seconds * 1_000) / RENEWALS;
    if (isFresh && !this.#hasFailed) return;
    void this.#renew();
  }

  lose(loss: LeaseLoss): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#parts.onLost(loss);
  }

  async #renew(): Promise<void> {
    const { seconds, steady, store } = this.#parts;
    const at = steady.now();
    this.#isAsking = true;
    const renewed = await store.renew(this.epoch, seconds);
    this.#isAsking = false;
    this.#hasFailed = !renewed.ok;
    if (!renewed.ok || this.#isLost) return;
    if (!renewed.value) return this.lose('taken');
    this.#granted = { at, seconds };
    this.#parts.onRenewed(at);
  }
}
