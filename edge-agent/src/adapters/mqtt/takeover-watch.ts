/** So many connections closed by the broker … */
const KICKS = 3;
/** … within so many milliseconds are no accident of the network. */
const PERIOD = 60_000;

/**
 * Notices that another agent uses our id. A broker lets only one client of an id in: each newcomer
 * throws the other out, again and again. Tells so once, and again after a quiet period.
 */
export class TakeoverWatch {
  #kicks: number[] = [];

  /** Call when the broker closed an accepted connection without a fault of the network. */
  kicked(now: number): boolean {
    this.#kicks = [...this.#kicks.filter((at) => now - at < PERIOD), now];
    if (this.#kicks.length < KICKS) return false;
    this.#kicks = [];
    return true;
  }
}
