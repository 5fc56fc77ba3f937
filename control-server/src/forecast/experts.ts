import { CLUE_COUNT } from './clues.js';
import type { ZoneWeights } from './zone-weights.js';

/**
 * The forecasts that are mixed: all clues by their prior weights, all by what the zone has learnt,
 * no change, the graph alone, the mean of 3 minutes, and the level of former evenings.
 */
const EXPERTS = 6;

/** Clues that are experts of their own. */
const ALONE = { graph: 1, mean: 5, profile: 9 } as const;

/** The prior weights, fitted on many venues, have an advance in trust. */
const ADVANCE: readonly number[] = [2, 1, 1, 1, 1, 1];

/** How much a loss is remembered from tick to tick: 100 ticks. */
const KEEPS = 0.99;

/** How sharply trust follows skill: weight ∝ (0.02 + loss)^−8. */
const SHARPNESS = 8;
const LEAST_LOSS = 0.02;

/** Persons/m² that no forecast exceeds. */
const MOST = 6.5;

const possible = (density: number): number => Math.min(MOST, Math.max(0, density));

/** Mixes several forecasts of each zone, for one horizon, by how well each did lately there. */
export class Experts {
  readonly #losses: Float64Array;

  constructor(private readonly zones: number) {
    this.#losses = new Float64Array(zones * EXPERTS);
  }

  /** Persons/m² by each expert: zones × experts. @param densities now, by estimate. */
  forecasts(densities: Float64Array, clues: Float64Array, weights: ZoneWeights): Float64Array {
    const forecasts = new Float64Array(this.zones * EXPERTS);
    for (let zone = 0; zone < this.zones; zone += 1) {
      const { learnt, prior } = weights.predict(zone, clues);
      const said = (clue: number): number => clues[zone * CLUE_COUNT + clue] ?? 0;
      const at = zone * EXPERTS;
      const now = densities[zone] ?? 0;
      forecasts[at] = possible(now + prior);
      forecasts[at + 1] = possible(now + learnt);
      forecasts[at + 2] = possible(now);
      forecasts[at + 3] = possible(now + said(ALONE.graph));
      forecasts[at + 4] = possible(now + said(ALONE.mean));
      forecasts[at + 5] = possible(now + said(ALONE.profile));
    }
    return forecasts;
  }

  /** One forecast per zone, persons/m². */
  mix(forecasts: Float64Array): Float64Array {
    return new Float64Array(this.zones).map((_, zone) => {
      let sum = 0;
      let total = 0;
      for (let expert = 0; expert < EXPERTS; expert += 1) {
        const loss = LEAST_LOSS + (this.#losses[zone * EXPERTS + expert] ?? 0);
        const trust = (ADVANCE[expert] ?? 1) * loss ** -SHARPNESS;
        sum += trust * (forecasts[zone * EXPERTS + expert] ?? 0);
        total += trust;
      }
      return sum / total;
    });
  }

  /** @param density that came true, persons/m². */
  judge(zone: number, forecasts: Float64Array, density: number): void {
    for (let expert = 0; expert < EXPERTS; expert += 1) {
      const index = zone * EXPERTS + expert;
      const loss = Math.abs((forecasts[index] ?? 0) - density);
      this.#losses[index] = KEEPS * (this.#losses[index] ?? 0) + (1 - KEEPS) * loss;
    }
  }
}
