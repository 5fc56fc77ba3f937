/** Too much is asked for at once. */
export class BusyError extends Error {}

type Wake = () => void;

/**
 * Lets so many pieces of work run at once; others wait their turn, up to a number. Who is known goes
 * before strangers, who have places of their own: thousands of guesses keep no owner out.
 */
export class Turns {
  readonly #known: Wake[] = [];
  readonly #strangers: Wake[] = [];
  #running = 0;

  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting: number,
  ) {}

  /** @throws BusyError when as many wait already. */
  async take<Value>(isKnown: boolean, work: () => Promise<Value>): Promise<Value> {
    if (this.#running < this.atOnce) this.#running += 1;
    else await this.#wait(isKnown ? this.#known : this.#strangers);
    try {
      return await work();
    } finally {
      const next = this.#known.shift() ?? this.#strangers.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** Resolves when the place of somebody who has ended is handed on. */
  #wait(queue: Wake[]): Promise<void> {
    if (queue.length >= this.maxWaiting) throw new BusyError('too many at once');
    return new Promise((resolve) => queue.push(resolve));
  }
}
