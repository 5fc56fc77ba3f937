/** Milliseconds: the first pause, and the longest. */
const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/**
 * After a failure to connect nobody tries again for a while, twice as long each time up to 5 s, and by
 * chance a little less: two hundred servers do not come back to a database in the same moment.
 */
export class RetryPause {
  #pause = 0;
  #until = Number.NEGATIVE_INFINITY;
  #cause = '';

  /** @param now milliseconds that never go back. @param random from 0 to 1. */
  constructor(
    private readonly now: () => number,
    private readonly random: () => number,
    private readonly longestMs = LONGEST_MS,
  ) {}

  /** Why nothing is tried now; undefined where it may be. */
  get standing(): string | undefined {
    return this.now() < this.#until ? this.#cause : undefined;
  }

  failed(cause: string): void {
    this.#pause = Math.min(this.longestMs, Math.max(FIRST_MS, this.#pause * 2));
    this.#until = this.now() + this.#pause * (1 - 0.25 * this.random());
    this.#cause = cause;
  }

  worked(): void {
    this.#pause = 0;
    this.#until = Number.NEGATIVE_INFINITY;
  }
}
