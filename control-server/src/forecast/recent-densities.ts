import { LONGEST_TICKS, type Outlook } from './horizons.js';

/** The densities that were measured lately, so that an outlook can be judged by what came true. */
export class RecentDensities {
  readonly #ticks: Float64Array[] = [];

  /** @param densities persons/m² per zone, not a number where unknown. */
  add(densities: Float64Array): void {
    this.#ticks.push(densities);
    if (this.#ticks.length > LONGEST_TICKS) this.#ticks.shift();
  }

  /** What an outlook that ends now should have said; not a number where nobody knows. */
  outcome(zone: number, { kind, ticks }: Outlook): number {
    const newest = this.#ticks.at(-1)?.[zone] ?? Number.NaN;
    if (kind === 'at') return newest;
    let most = newest;
    for (let back = 2; back <= ticks; back += 1) {
      const density = this.#ticks.at(-back)?.[zone] ?? Number.NaN;
      if (density > most || Number.isNaN(most)) most = density;
    }
    return most;
  }
}
