import type { RecordedWindow } from './recorded-window.js';

/** Milliseconds that a window is taken to need to the server: a recording holds no time of arrival. */
export const ON_THE_WAY = 500;

/** A recorded window, and when it came to the server (epoch ms, by event time). */
export interface Arrival extends RecordedWindow {
  readonly now: number;
}

/** Seconds for which a box that leaps ahead is waited with for another to agree. */
const PATIENCE = 60;

/**
 * Event time: it follows the newest time of capture, and never goes back. A box that leaps ahead is
 * believed when the next one agrees with it (the recording paused), and not when the next one is
 * where the clock was (its clock is wrong): its windows then come at a time at which they are
 * refused, as they were by the live server. Windows from a spool don't move the clock (SPEC MW10).
 */
export class EventClock {
  #now = Number.NEGATIVE_INFINITY;
  /** Windows of a box that leapt ahead, and those of a spool between them, until another tells. */
  #doubtful: RecordedWindow[] = [];

  /**
   * @param tolerance seconds that a window may be ahead of the clock besides its own length.
   * @param boxes that the venue has; of a single one each window vouches for the last.
   */
  constructor(
    private readonly tolerance: number,
    private readonly boxes: number,
  ) {}

  /** Those whose time of arrival is clear now that this one came, in the order of the recording. */
  enter(recorded: RecordedWindow): Arrival[] {
    if (this.#saysNothingNew(recorded)) {
      this.#doubtful.push(recorded);
      return [];
    }
    const settled = this.#settle(recorded.end);
    if (recorded.window.late !== true && this.#leaps(recorded)) {
      this.#doubtful.push(recorded);
      return settled;
    }
    return [...settled, this.#arrive(recorded, true)];
  }

  /** Those that waited for a witness who never came: nobody contradicts them. */
  end(): Arrival[] {
    return this.#settle(Number.POSITIVE_INFINITY);
  }

  /** Whether a window leaves the doubt as it is. */
  #saysNothingNew(recorded: RecordedWindow): boolean {
    const [first] = this.#doubtful;
    if (first === undefined) return false;
    const { edge, late } = recorded.window;
    if (late === true) return true;
    const isOwnVoice = this.boxes > 1 && edge === first.window.edge && this.#leaps(recorded);
    return isOwnVoice && recorded.end - first.end < PATIENCE * 1_000;
  }

  /** @param witness end of the window that tells, epoch ms. */
  #settle(witness: number): Arrival[] {
    const doubtful = this.#doubtful;
    const [first] = doubtful;
    this.#doubtful = [];
    if (first === undefined) return [];
    const isBelieved = first.end - witness <= this.#reach(first);
    // Nothing was believed before: then the witness is all there is to go by.
    if (!isBelieved && this.#now === Number.NEGATIVE_INFINITY) this.#now = witness + ON_THE_WAY;
    return doubtful.map((recorded) => this.#arrive(recorded, isBelieved));
  }

  #reach({ window }: RecordedWindow): number {
    return (this.tolerance + window.seconds) * 1_000;
  }

  #leaps(recorded: RecordedWindow): boolean {
    return recorded.end - this.#now > this.#reach(recorded);
  }

  #arrive(recorded: RecordedWindow, isBelieved: boolean): Arrival {
    const moves = isBelieved && recorded.window.late !== true;
    if (moves || this.#now === Number.NEGATIVE_INFINITY) {
      this.#now = Math.max(this.#now, recorded.end + ON_THE_WAY);
    }
    return { ...recorded, now: this.#now };
  }
}
