/** What clues said of changes, and the changes that came true: a row per lesson. */
export interface Lessons {
  /** Lessons × clues, persons/m². */
  readonly clues: Float32Array;
  /** Persons/m². */
  readonly changes: Float32Array;
}

/** A list of lessons that grows: millions of them, so that they are kept packed. */
export class LessonBook {
  #clues = new Float32Array(1_024);
  #changes = new Float32Array(128);
  #count = 0;

  /** @param width clues of a lesson. */
  constructor(private readonly width: number) {}

  /** @param table whose columns from `at` on hold the clues. */
  add(table: Float32Array, at: number, change: number): void {
    const end = (this.#count + 1) * this.width;
    if (end > this.#clues.length) this.#clues = doubled(this.#clues, end);
    if (this.#count >= this.#changes.length) this.#changes = doubled(this.#changes, this.#count);
    for (let clue = 0; clue < this.width; clue += 1) {
      this.#clues[end - this.width + clue] = table[at + clue] ?? 0;
    }
    this.#changes[this.#count] = change;
    this.#count += 1;
  }

  get lessons(): Lessons {
    return {
      clues: this.#clues.subarray(0, this.#count * this.width),
      changes: this.#changes.subarray(0, this.#count),
    };
  }
}

const doubled = (values: Float32Array<ArrayBuffer>, least: number): Float32Array<ArrayBuffer> => {
  const longer = new Float32Array(2 * Math.max(values.length, least));
  longer.set(values);
  return longer;
};
