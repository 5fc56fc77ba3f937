import { ok } from '@throng/contract';
import type { StoreResult } from '../store/measurement-store.js';
import type { HouseChange } from './house-change.js';

/** What was changed in the working copy and is not known to be kept elsewhere. */
export interface HouseJournal {
  /** The oldest, in order, with their numbers. */
  waiting(): StoreResult<readonly (HouseChange & { readonly number: number })[]>;
  /** They are kept: those up to this number need not wait any more. */
  kept(number: number): StoreResult<void>;
}

/** Where changes are kept for whoever takes over. */
export interface HouseKeeping {
  /** All of them or none; refused where another server owns the venue. */
  keep(changes: readonly HouseChange[]): Promise<StoreResult<void>>;
}

/**
 * Keeps a second house in step with the first: what people do is answered only once it stands in both,
 * so that whoever takes over knows it too.
 */
export class HouseMirror {
  readonly #journal: HouseJournal;
  readonly #keeping: HouseKeeping;
  #underWay: Promise<StoreResult<void>> | undefined;

  constructor(journal: HouseJournal, keeping: HouseKeeping) {
    this.#journal = journal;
    this.#keeping = keeping;
  }

  /** All that was changed until now is kept; or why it is not. What waits goes on waiting then. */
  async settle(): Promise<StoreResult<void>> {
    // One under way may have begun before the newest change.
    if (this.#underWay !== undefined) await this.#underWay;
    this.#underWay ??= this.#keepAll().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #keepAll(): Promise<StoreResult<void>> {
    for (;;) {
      const waiting = this.#journal.waiting();
      if (!waiting.ok) return waiting;
      const newest = waiting.value.at(-1);
      if (newest === undefined) return ok(undefined);
      const kept = await this.#keeping.keep(waiting.value);
      if (!kept.ok) return kept;
      const noted = this.#journal.kept(newest.number);
      if (!noted.ok) return noted;
    }
  }
}
