/** Ticks for which a crowd must stay to count as a passing, 30 s: a burst that is gone at once is none. */
export const HOLDS = 3;

/** The least of each value's last three ticks: what held. Not a number where the newest isn't known. */
export class Held {
  readonly #recent: readonly Float64Array[];
  readonly #held: Float64Array;
  #ticks = 0;

  constructor(length: number) {
    this.#recent = Array.from({ length: HOLDS }, () => new Float64Array(length).fill(Number.NaN));
    this.#held = new Float64Array(length);
  }

  /** @returns one and the same array at each tick. */
  advance(values: Float64Array): Float64Array {
    this.#recent[this.#ticks % HOLDS]?.set(values);
    this.#ticks += 1;
    const held = this.#held;
    held.set(values);
    for (const tick of this.#recent) {
      for (let index = 0; index < held.length; index += 1) {
        const value = tick[index] ?? Number.NaN;
        if (value < (held[index] ?? 0)) held[index] = value;
      }
    }
    return held;
  }
}
