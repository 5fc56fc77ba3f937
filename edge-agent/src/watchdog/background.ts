import { GLIMPSE } from './glimpse.js';

/** Milliseconds between the glimpses that are kept, and how many are. */
const EVERY = 2_000;
const KEPT = 15;

/** A glimpse that is older no longer tells of now. */
const OLDEST = 60_000;

/**
 * What stays over half a minute: the median of 15 glimpses, pixel by pixel. Who walks through is
 * not in it. It is held in memory only, as the frames are.
 */
export class Background {
  #kept: { readonly at: number; readonly luma: Uint8Array }[] = [];

  add(luma: Uint8Array, at: number): void {
    const last = this.#kept.at(-1);
    if (last !== undefined && at - last.at < EVERY) return;
    const recent = this.#kept.filter((one) => at - one.at < OLDEST);
    this.#kept = [...recent, { at, luma }].slice(-KEPT);
  }

  clear(): void {
    this.#kept = [];
  }

  /** Undefined until there are enough glimpses. */
  median(): Uint8Array | undefined {
    if (this.#kept.length < KEPT) return undefined;
    const median = new Uint8Array(GLIMPSE.width * GLIMPSE.height);
    const values = new Uint8Array(KEPT);
    for (let pixel = 0; pixel < median.length; pixel += 1) {
      for (let glimpse = 0; glimpse < KEPT; glimpse += 1) {
        values[glimpse] = this.#kept[glimpse]?.luma[pixel] ?? 0;
      }
      median[pixel] = values.sort()[KEPT >> 1] ?? 0;
    }
    return median;
  }
}
