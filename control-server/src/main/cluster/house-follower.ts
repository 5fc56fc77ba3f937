import { ok } from '@throng/contract';
import { HouseCopy } from '../../adapters/house/house-copy.js';
import type { NumberedChange } from '../../adapters/postgres/house-table.js';
import type { Clock } from '../../clock.js';
import type { StoreResult } from '../../store/measurement-store.js';

/** Milliseconds: what was erased is told for a day, so that who could not read for half of one begins anew. */
const FORGOTTEN_MS = 43_200_000;

export type ChangesAfter = (number: number) => Promise<StoreResult<NumberedChange[]>>;

/** Keeps a copy of the house at hand, so that a take-over has little left to read. */
export class HouseFollower {
  readonly #file: string;
  readonly #changesAfter: ChangesAfter;
  readonly #steady: Clock;
  #copy: HouseCopy;
  #newest = 0;
  #followedAt: number;

  /** @throws when the file cannot be made. */
  constructor(file: string, changesAfter: ChangesAfter, steady: Clock) {
    this.#file = file;
    this.#changesAfter = changesAfter;
    this.#steady = steady;
    this.#copy = new HouseCopy(file);
    this.#followedAt = steady.now();
  }

  get copy(): HouseCopy {
    return this.#copy;
  }

  /** Reads until nothing is new. */
  async follow(): Promise<StoreResult<void>> {
    if (this.#steady.now() > this.#followedAt + FORGOTTEN_MS) this.#beginAnew();
    for (;;) {
      const changes = await this.#changesAfter(this.#newest);
      if (!changes.ok) return changes;
      this.#followedAt = this.#steady.now();
      const last = changes.value.at(-1);
      if (last === undefined) return ok(undefined);
      this.#copy.take(changes.value);
      this.#newest = last.changed;
    }
  }

  #beginAnew(): void {
    this.#copy.close();
    this.#copy = new HouseCopy(this.#file);
    this.#newest = 0;
  }
}
