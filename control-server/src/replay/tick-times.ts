/** Milliseconds after a whole second at which a second is judged: its windows have come by then. */
const PHASE = 900;

/** Seconds of silence that are gone through tick by tick; of a longer pause the rest is leapt over. */
export const LONGEST_SILENCE = 3_600;

/** When the seconds of event time are judged, one by one. */
export class TickTimes {
  #first = Number.NaN;
  #next = Number.NaN;
  #skipped = 0;

  /** The ticks that are due until `now` (epoch ms), each once. */
  *until(now: number): Generator<number> {
    if (Number.isNaN(this.#next)) {
      this.#next = Math.floor(now / 1_000) * 1_000 + PHASE;
      this.#first = this.#next;
    }
    const last = this.#next + LONGEST_SILENCE * 1_000;
    for (; this.#next <= now && this.#next < last; this.#next += 1_000) yield this.#next;
    const rest = this.#next > now ? 0 : Math.floor((now - this.#next) / 1_000) + 1;
    this.#next += rest * 1_000;
    this.#skipped += rest;
  }

  /** One more: the last windows have not been judged. */
  *end(): Generator<number> {
    if (Number.isNaN(this.#next)) return;
    yield this.#next;
    this.#next += 1_000;
  }

  /** Of the ticks so far, epoch ms, both included; undefined before the first. */
  get span(): { readonly from: number; readonly to: number } | undefined {
    const to = this.#next - 1_000;
    return to >= this.#first ? { from: this.#first, to } : undefined;
  }

  get skippedSeconds(): number {
    return this.#skipped;
  }
}
