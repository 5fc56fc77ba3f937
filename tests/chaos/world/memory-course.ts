import { median } from '../../bench/shared/statistics.js';

/** The parts of a run whose medians are compared, shares of its length. */
export interface Parts {
  readonly early: readonly [from: number, to: number];
  readonly late: readonly [from: number, to: number];
}

/**
 * A program's memory over a run, megabytes. What is held for ever shows in the median of a late part; a peak is
 * garbage that nobody has had time for, and is told but not judged.
 */
export class MemoryCourse {
  readonly #looks: number[] = [];

  constructor(private readonly parts: Parts) {}

  add(megabytes: number): void {
    this.#looks.push(megabytes);
  }

  get early(): number {
    return this.#medianOf(this.parts.early);
  }

  get late(): number {
    return this.#medianOf(this.parts.late);
  }

  get most(): number {
    return Math.max(...this.#looks);
  }

  /** @throws when nobody has looked. */
  #medianOf([from, to]: readonly [number, number]): number {
    if (this.#looks.length === 0) throw new Error('nobody has looked at the memory');
    const { length } = this.#looks;
    const first = Math.min(length - 1, Math.floor(length * from));
    return median(this.#looks.slice(first, Math.max(first + 1, Math.ceil(length * to))));
  }
}

/** Fifths, where code is compiled and caches fill in the first one. */
export const FIFTHS: Parts = { early: [0.2, 0.4], late: [0.8, 1] };

/** "324 MB in its second fifth, 290 MB in its last, 445 MB at most". */
export const tellMemory = ({ early, late, most }: MemoryCourse): string =>
  `${Math.round(early)} MB in its second fifth, ${Math.round(late)} MB in its last, ${Math.round(most)} MB at most`;
