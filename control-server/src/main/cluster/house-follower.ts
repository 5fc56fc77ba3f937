import { ok } from '@throng/contract';
import { HouseCopy } from '../../adapters/house/house-copy.js';
import type { NumberedChange } from '../../adapters/postgres/house-table.js';
import type { StoreResult } from '../../store/measurement-store.js';

export type ChangesAfter = (number: number) => Promise<StoreResult<NumberedChange[]>>;

/** Keeps a copy of the house at hand, so that a take-over has little left to read. */
export class HouseFollower {
  readonly copy: HouseCopy;
  readonly #changesAfter: ChangesAfter;
  #newest = 0;

  /** @throws when the file cannot be made. */
  constructor(file: string, changesAfter: ChangesAfter) {
    this.copy = new HouseCopy(file);
    this.#changesAfter = changesAfter;
  }

  /** Reads until nothing is new. */
  async follow(): Promise<StoreResult<void>> {
    for (;;) {
      const changes = await this.#changesAfter(this.#newest);
      if (!changes.ok) return changes;
      const last = changes.value.at(-1);
      if (last === undefined) return ok(undefined);
      this.copy.take(changes.value);
      this.#newest = last.changed;
    }
  }
}
