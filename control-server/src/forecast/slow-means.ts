/** Shares by which the means follow a tick: memories of about 3, 10 and 30 minutes. */
const SHARES = [0.055, 0.0167, 0.0056] as const;

/** Means of each zone's persons over three memories: what a zone tends to fall back to. */
export class SlowMeans {
  readonly means: readonly Float64Array[];
  #started = false;

  constructor(zones: number) {
    this.means = SHARES.map(() => new Float64Array(zones));
  }

  advance(persons: Float64Array): void {
    for (const [memory, means] of this.means.entries()) {
      const share = this.#started ? (SHARES[memory] ?? 0) : 1;
      for (let zone = 0; zone < means.length; zone += 1) {
        const mean = means[zone] ?? 0;
        means[zone] = mean + share * ((persons[zone] ?? 0) - mean);
      }
    }
    this.#started = true;
  }
}
