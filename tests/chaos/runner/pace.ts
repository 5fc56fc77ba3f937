const number = (value: number): string => value.toLocaleString('en-US');

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** Told at most so often: a run of an hour fills no log. */
const BETWEEN_MS = 5_000;

/** How far something of `total` steps is, how fast, and how long it still takes at the pace so far. */
export class Pace {
  readonly #began: number;
  #told: number;

  constructor(
    private readonly total: number,
    /** Steady milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#began = now();
    this.#told = this.#began;
  }

  /** A line for who waits; undefined while the last one is fresh. */
  tell(done: number): string | undefined {
    const at = this.now();
    if (at - this.#told < BETWEEN_MS) return undefined;
    this.#told = at;
    const perSecond = done / ((at - this.#began) / 1_000);
    const left = done === 0 ? '' : `, ${duration((this.total - done) / perSecond)} left`;
    return `${number(done)} of ${number(this.total)}, ${number(Math.round(perSecond))}/s${left}`;
  }

  /** Steps per second from the beginning on. */
  rate(done: number): number {
    return done / ((this.now() - this.#began) / 1_000);
  }
}
