import { cellCentre, type GroundGrid } from '@throng/crowd';
import type { CellMotion } from './cell-motion.js';

/** Side of the patches of ground that are watched, metres: a stop-and-go wave fills more than one. */
const PATCH = 3;

/** m/s below which a patch stands, and above which it goes; between them it stays what it was. */
const STANDS = 0.15;
const GOES = 0.4;

/** Milliseconds over which a patch's speed is smoothed. */
const SMOOTHING = 2_000;

/** Milliseconds of memory: the waves seen before disasters came every half to three quarters of a minute. */
const MEMORY = 60_000;

/** Starts within the memory that make a patch wholly stop-and-go: one start may be a gate that opened. */
const FULL = 2;

/** Persons below which a patch says nothing. */
const LEAST_PERSONS = 0.5;

interface Patch {
  speed: number;
  at: number;
  stands: boolean;
  starts: number[];
}

/**
 * The stop-and-go index of a camera's ground: S = Σ nₚ·min(1, cₚ/2) / Σ nₚ over the patches p of
 * a zone, with nₚ the persons there and cₚ how often the patch has started again, from below 0.15
 * to above 0.4 m/s, within the last minute. 0: everybody walks or everybody stands; 1: all ground
 * with people on it stops and goes.
 *
 * Patches are watched one by one, since a wave passes through a zone whose mean speed never falls
 * to nothing. Sources: Helbing et al., PRE 75, 046109 (2007), for the waves before a disaster;
 * Portz & Seyfried, Analyzing stop-and-go waves (2011), for the two phases. The formula is ours.
 */
export class StopAndGo {
  readonly #patches = new Map<string, Patch>();
  readonly #names: readonly string[];

  constructor(grid: GroundGrid, cells: number) {
    this.#names = Array.from({ length: cells }, (_, cell) => {
      const { x, y } = cellCentre(grid, cell);
      return `${Math.floor(x / PATCH)} ${Math.floor(y / PATCH)}`;
    });
  }

  /**
   * Takes one frame.
   *
   * @param at capture time, ms.
   * @returns per ground cell: min(1, c/2) of its patch.
   */
  next({ persons, speed }: CellMotion, at: number): Float64Array {
    const here = new Map<string, { persons: number; speed: number }>();
    for (const [cell, name] of this.#names.entries()) {
      if (!((persons[cell] ?? 0) > 0)) continue;
      const sum = here.get(name) ?? { persons: 0, speed: 0 };
      sum.persons += persons[cell] ?? 0;
      sum.speed += speed[cell] ?? 0;
      here.set(name, sum);
    }
    for (const [name, sum] of here) {
      if (sum.persons >= LEAST_PERSONS) this.#see(name, sum.speed / sum.persons, at);
    }
    for (const [name, patch] of this.#patches) {
      patch.starts = patch.starts.filter((start) => at - start <= MEMORY);
      if (at - patch.at > MEMORY) this.#patches.delete(name);
    }
    return Float64Array.from(this.#names, (name) =>
      Math.min(1, (this.#patches.get(name)?.starts.length ?? 0) / FULL),
    );
  }

  #see(name: string, speed: number, at: number): void {
    const patch = this.#patches.get(name);
    if (patch === undefined) {
      this.#patches.set(name, { speed, at, stands: speed < STANDS, starts: [] });
      return;
    }
    const share = 1 - Math.exp((patch.at - at) / SMOOTHING);
    patch.speed += share * (speed - patch.speed);
    patch.at = at;
    if (patch.stands && patch.speed > GOES) patch.starts.push(at);
    if (patch.speed > GOES) patch.stands = false;
    else if (patch.speed < STANDS) patch.stands = true;
  }
}
