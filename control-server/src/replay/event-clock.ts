import type { RecordedWindow } from './recorded-window.js';

/** Milliseconds that a window is taken to need to the server: a recording holds no time of arrival. */
export const ON_THE_WAY = 500;

/** A recorded window, and when it came to the server (epoch ms, by event time). */
export interface Arrival extends RecordedWindow {
  readonly now: number;
}

/**
 * Event time: it follows the newest time of capture, and never goes back. A window that leaps
 * ahead is believed when the next one agrees with it (the recording paused), and not when the next
 * one is where the clock was (a box whose clock is wrong): it then comes at a time at which it is
 * refused, as it was by the live server. Windows from a spool don't move the clock (SPEC MW10).
 */
export class EventClock {
  #now = Number.NEGATIVE_INFINITY;
  /** A window that leapt ahead, and those of a spool behind it, until the next one tells. */
  #doubtful: RecordedWindow[] = [];

  /** @param tolerance seconds that a window may be ahead of the clock besides its own length. */
  constructor(private readonly tolerance: number) {}

  /** Those whose time of arrival is clear now that this one came, in the order of the recording. */
  enter(recorded: RecordedWindow): Arrival[] {
    const { window } = recorded;
    if (window.late === true && this.#doubtful.length > 0) {
      this.#doubtful.push(recorded);
      return [];
    }
    const settled = this.#settle(recorded.end);
    if (window.late !== true && this.#leaps(recorded)) {
      this.#doubtful.push(recorded);
      return settled;
    }
    return [...settled, this.#arrive(recorded, window.late !== true)];
  }

  /** Those that waited for a witness who never came: nobody contradicts them. */
  end(): Arrival[] {
    return this.#settle(Number.POSITIVE_INFINITY);
  }

  /** @param witness end of the window that comes next, epoch ms. */
  #settle(witness: number): Arrival[] {
    const [first, ...others] = this.#doubtful;
    this.#doubtful = [];
    if (first === undefined) return [];
    const isBelieved = first.end - witness <= this.#reach(first);
    // Nothing was believed before: then the witness is all there is to go by.
    if (!isBelieved && this.#now === Number.NEGATIVE_INFINITY) this.#now = witness + ON_THE_WAY;
    return [this.#arrive(first, isBelieved), ...others.map((late) => this.#arrive(late, false))];
  }

  #reach({ window }: RecordedWindow): number {
    return (this.tolerance + window.seconds) * 1_000;
  }

  #leaps(recorded: RecordedWindow): boolean {
    return recorded.end - this.#now > this.#reach(recorded);
  }

  #arrive(recorded: RecordedWindow, moves: boolean): Arrival {
    const arrives = recorded.end + ON_THE_WAY;
    if (moves || this.#now === Number.NEGATIVE_INFINITY) this.#now = Math.max(this.#now, arrives);
    return { ...recorded, now: this.#now };
  }
}
