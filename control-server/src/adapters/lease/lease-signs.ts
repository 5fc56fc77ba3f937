import type { LeaseLoss } from '../../lease/lease-holder.js';

const LIFE_SIGN = 0;
const RENEWED = 1;
const LOSS = 2;
const LOSSES: readonly (LeaseLoss | undefined)[] = [undefined, 'taken', 'ran-out'];

/**
 * What the thread that works and the thread that holds the lease know of each other, without either
 * waiting for the other. All times are steady milliseconds.
 */
export class LeaseSigns {
  readonly #signs: BigInt64Array;

  constructor(readonly memory = new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT)) {
    this.#signs = new BigInt64Array(memory);
  }

  /** When the thread that works was last seen to. */
  get lifeSignAt(): number {
    return Number(Atomics.load(this.#signs, LIFE_SIGN));
  }

  lives(at: number): void {
    Atomics.store(this.#signs, LIFE_SIGN, BigInt(at));
  }

  /** Before the database was last asked with success. */
  get renewedAt(): number {
    return Number(Atomics.load(this.#signs, RENEWED));
  }

  renewed(at: number): void {
    Atomics.store(this.#signs, RENEWED, BigInt(at));
  }

  get loss(): LeaseLoss | undefined {
    return LOSSES[Number(Atomics.load(this.#signs, LOSS))];
  }

  lost(loss: LeaseLoss): void {
    Atomics.store(this.#signs, LOSS, BigInt(LOSSES.indexOf(loss)));
  }
}
