/** First in, first out, of bounded length: when it is full the oldest entry goes (DROP_OLDEST) and is counted. */
export class BoundedQueue<Entry> {
  readonly #entries: Entry[] = [];
  #dropped = 0;

  constructor(private readonly capacity: number) {}

  push(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length <= this.capacity) return;
    this.#entries.shift();
    this.#dropped += 1;
  }

  shift(): Entry | undefined {
    return this.#entries.shift();
  }

  get length(): number {
    return this.#entries.length;
  }

  get dropped(): number {
    return this.#dropped;
  }
}
