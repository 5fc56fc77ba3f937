import type { SpooledWindow } from '../ports/window-spool.js';

type Row = Pick<SpooledWindow, 'id' | 'start'>;

/** The windows of a spool, as thinning looks at them. */
export interface History {
  /** The oldest with `after` < id ≤ `upTo`, oldest first; some hundreds at most. */
  slice(after: number, upTo: number): readonly Row[];
  /** Id of the last window of the older half; 0 where there is none. */
  middle(): number;
}

/** With a window left per day and camera there is nothing to thin: then the oldest goes. */
const WIDEST = 2 ** 17;

const COARSEST_FIRST = 2;

/**
 * Which windows a full spool gives up: in the older half only those on whole multiples of a stride
 * of seconds stay, every 2nd first. When that half is thinned so far, every 4th, then every 8th.
 * So an outage of any length stays covered evenly in its older half, and whole in its newer one; and
 * the windows of all cameras of one moment stay or go together.
 */
export class Thinning {
  #stride = COARSEST_FIRST;
  /** The stride holds up to `at`, and is being carried on to `end`. */
  #at = 0;
  #end = 0;

  /** Ids to give up next; empty only where there is nothing. */
  next(history: History): readonly number[] {
    for (;;) {
      const rows = history.slice(this.#at, this.#end);
      const last = rows.at(-1);
      if (last !== undefined) {
        this.#at = last.id;
        const surplus = rows.filter(({ start }) => Math.floor(start / 1_000) % this.#stride !== 0);
        if (surplus.length > 0) return surplus.map(({ id }) => id);
        continue;
      }
      const middle = history.middle();
      if (middle === 0) return [];
      if (middle > this.#end) {
        this.#end = middle;
        continue;
      }
      this.#stride *= 2;
      this.#at = 0;
      this.#end = middle;
      if (this.#stride > WIDEST) {
        this.reset();
        return history
          .slice(0, middle)
          .slice(0, 1)
          .map(({ id }) => id);
      }
    }
  }

  /** There is room again: the next outage begins with every 2nd. */
  reset(): void {
    this.#stride = COARSEST_FIRST;
    this.#at = 0;
    this.#end = 0;
  }
}
