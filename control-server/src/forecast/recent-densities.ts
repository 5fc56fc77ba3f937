import { Held } from './held.js';
import { LONGEST_TICKS, type Outlook } from './horizons.js';

/** The densities that were measured lately, so that an outlook can be judged by what came true. */
export class RecentDensities {
  readonly #held: Held;
  /** What held at each tick, zone by zone, the newest over the oldest. */
  readonly #ring: Float32Array;
  #newest: Float64Array = new Float64Array(0);
  #ticks = 0;

  constructor(private readonly zones: number) {
    this.#held = new Held(zones);
    this.#ring = new Float32Array(zones * LONGEST_TICKS).fill(Number.NaN);
  }

  /** @param densities persons/m² per zone, not a number where unknown. */
  add(densities: Float64Array): void {
    const held = this.#held.advance(densities);
    const place = this.#ticks % LONGEST_TICKS;
    for (let zone = 0; zone < this.zones; zone += 1) {
      this.#ring[zone * LONGEST_TICKS + place] = held[zone] ?? Number.NaN;
    }
    this.#newest = densities;
    this.#ticks += 1;
  }

  /**
   * What an outlook that ends now should have said: the density now, or the highest that held for
   * three ticks; not a number where nobody knows.
   */
  outcome(zone: number, { kind, ticks }: Outlook): number {
    if (kind === 'at') return this.#newest[zone] ?? Number.NaN;
    const first = zone * LONGEST_TICKS;
    let place = (this.#ticks - 1) % LONGEST_TICKS;
    let most = Number.NaN;
    for (let back = 0; back < ticks; back += 1) {
      const density = this.#ring[first + place] ?? Number.NaN;
      if (!(density <= most)) most = Number.isNaN(density) ? most : density;
      place = place === 0 ? LONGEST_TICKS - 1 : place - 1;
    }
    return most;
  }
}
