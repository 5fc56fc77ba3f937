/** Too much is asked for at once. */
export class BusyError extends Error {}

type Wake = () => void;

/**
 * Lets so many pieces of work run at once; others wait their turn, up to a number and a time. Who is known
 * goes before strangers, who have places of their own: thousands of guesses keep no owner out. A stranger
 * whom others keep passing is told so, rather than left without an answer.
 */
export class Turns {
  readonly #known: Wake[] = [];
  readonly #strangers: Wake[] = [];
  #running = 0;

  /** @param patience milliseconds that somebody waits for a turn. */
  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting: number,
    private readonly patience: number,
  ) {}

  /** @throws BusyError when as many wait already, or no turn came in time. */
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
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(wake), 1);
        reject(new BusyError(`no turn within ${this.patience} ms`));
      }, this.patience);
      queue.push(wake);
    });
  }
}
