import { CLUE_COUNT } from './clues.js';

/** Columns beside the clues, persons/m²: where the change begins, and the forecasts. */
export const SAID = { base: CLUE_COUNT, learnt: CLUE_COUNT + 1, mixed: CLUE_COUNT + 2 } as const;

/** Columns of a table: a row per zone holds its clues, then `SAID`. */
export const SAID_WIDTH = CLUE_COUNT + 3;

/**
 * What was said of one outlook at each tick, kept until it can be judged: a ring of tables, used
 * again and again. Single precision: 1,000 zones and 300 tables would take twice the memory.
 */
export class Sayings {
  readonly #tables: readonly Float32Array[];
  #said = 0;

  constructor(zones: number, ticks: number) {
    this.#tables = Array.from({ length: ticks }, () => new Float32Array(zones * SAID_WIDTH));
  }

  /** What has come true, or not, at the tick that begins; undefined where nothing was said then. */
  due(): Float32Array | undefined {
    return this.#said < this.#tables.length ? undefined : this.#table();
  }

  /** The table to be filled now, over the one that was due. */
  next(): Float32Array {
    const table = this.#table();
    this.#said += 1;
    return table;
  }

  #table(): Float32Array {
    return this.#tables[this.#said % this.#tables.length] ?? new Float32Array(0);
  }
}
