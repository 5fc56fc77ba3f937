/** How much of a new interval goes into the usual one. */
const SHARE = 0.1;

/** Times the usual interval from which frames are missing rather than late. */
const MISSING = 1.6;

/**
 * Seconds between the pictures of a stream, from times at which they arrived. A network hands
 * frames over in bursts: two that came 10 ms apart still show people 200 ms apart, so an interval
 * that is too short, or but a little too long, is taken as the usual one.
 */
export class FrameInterval {
  #at: number | undefined;
  #usual: number | undefined;

  /** @param at capture time, ms. */
  next(at: number): number {
    const before = this.#at;
    this.#at = at;
    if (before === undefined) return 0;
    const passed = (at - before) / 1_000;
    const usual = this.#usual ?? passed;
    // The mean over bursts is right, as long as no frame is missing.
    if (passed > MISSING * usual) return passed;
    this.#usual = usual + SHARE * (passed - usual);
    return this.#usual;
  }
}
