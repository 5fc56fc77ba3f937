import type { MeasuredSecond } from './box-ledger.js';

/** What became of all windows that were measured. */
export interface Account {
  readonly measured: number;
  readonly stored: number;
  /** Had been on the disk of their box, and are not in the store. */
  readonly lost: number;
  /** Measured at most 50 ms before their box was killed: never on its disk, and not in the store. */
  readonly cutOff: number;
  /** In the store more than once, or never measured. */
  readonly doubled: number;
  /** Of the lost, the first: camera, run, number and end; so that the next person knows where to look. */
  readonly missing?: readonly string[];
}

/** More are not told. */
const TOLD = 20;

/** A box's measurements, and how far each of its runs that was killed had come to disk. */
export interface BoxRecord {
  readonly cameras: readonly string[];
  readonly ledger: readonly MeasuredSecond[];
  /** By boot id, of runs that were killed: sequence of the newest window on disk. */
  readonly newestOnDisk: ReadonlyMap<string, number>;
}

/** One row of the store: `camera` and `at`, epoch seconds. */
export interface StoredRow {
  readonly camera: string;
  readonly at: number;
}

/** Holds what was measured against what is stored, window by window. */
export const accountOf = (boxes: readonly BoxRecord[], rows: readonly StoredRow[]): Account => {
  const stored = new Set(rows.map(({ at, camera }) => `${camera} ${at}`));
  let [measured, found, cutOff] = [0, 0, 0];
  const lost: string[] = [];
  for (const { cameras, ledger, newestOnDisk } of boxes) {
    for (const { at, bootId, sequence } of ledger) {
      const newest = newestOnDisk.get(bootId) ?? Number.POSITIVE_INFINITY;
      for (const camera of cameras) {
        measured += 1;
        if (stored.has(`${camera} ${at}`)) found += 1;
        else if (sequence <= newest)
          lost.push(`${camera} ${bootId} ${sequence} ${new Date(at * 1_000).toISOString()}`);
        else cutOff += 1;
      }
    }
  }
  return {
    ...{ measured, stored: found, lost: lost.length, cutOff, doubled: rows.length - found },
    ...(lost.length === 0 ? {} : { missing: lost.slice(0, TOLD) }),
  };
};
