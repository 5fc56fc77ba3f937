import { Experts } from './experts.js';
import type { Outlook } from './horizons.js';
import { Intervals } from './interval.js';
import type { OutlookForecast } from './outlook-forecast.js';
import type { RecentDensities } from './recent-densities.js';
import { SAID, SAID_WIDTH, Sayings } from './sayings.js';
import { ZoneWeights } from './zone-weights.js';

/** Forecasts one outlook of every zone, and learns from what came true. */
export class Seer {
  readonly #said: Sayings;
  readonly #weights: ZoneWeights;
  readonly #experts: Experts;
  readonly #intervals: Intervals;

  readonly #zones: number;

  /**
   * @param area m² per zone. @param prior weights of the clues before a zone has taught any.
   * @param isProfiled whether former evenings tell of a zone. @param clues that are used.
   */
  constructor(
    area: Float64Array,
    private readonly outlook: Outlook,
    prior: (zone: number) => readonly number[],
    isProfiled: (zone: number) => boolean,
    clues: number,
  ) {
    const zones = area.length;
    this.#zones = zones;
    this.#said = new Sayings(zones, outlook.ticks);
    this.#weights = new ZoneWeights(zones, prior, clues);
    this.#experts = new Experts(area, isProfiled);
    this.#intervals = new Intervals(zones, outlook);
  }

  /** Learns from what was said and has come true, or not. */
  judge(recent: RecentDensities, tick: number): void {
    const table = this.#said.due();
    if (table === undefined) return;
    for (let zone = 0; zone < this.#zones; zone += 1) {
      const density = recent.outcome(zone, this.outlook);
      if (Number.isNaN(density)) continue;
      const prior = this.#weights.byPrior(zone, table);
      this.#experts.judge(zone, table, prior, density);
      this.#weights.learn(zone, table, density, tick);
      this.#intervals.judge(zone, table[zone * SAID_WIDTH + SAID.mixed] ?? 0, density);
    }
    this.#weights.solve(tick);
  }

  /** The table for the clues of this tick. */
  table(): Float32Array {
    return this.#said.next();
  }

  /** @param table filled with clues. */
  foresee(table: Float32Array): OutlookForecast {
    const zones = this.#zones;
    const forecast = {
      ...this.outlook,
      density: new Float64Array(zones),
      half80: new Float64Array(zones),
      half95: new Float64Array(zones),
      error: new Float64Array(zones),
    };
    for (let zone = 0; zone < zones; zone += 1) {
      const prior = this.#weights.byPrior(zone, table);
      const density = this.#experts.mix(zone, table, prior, this.#weights.byLearning(zone, table));
      forecast.density[zone] = density;
      this.#intervals.tell(zone, density, forecast);
    }
    return forecast;
  }
}
