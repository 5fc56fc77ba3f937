import { SAID, SAID_WIDTH } from './sayings.js';

/** Clues that are experts of their own: the graph alone, the mean of 3 minutes, former evenings' level. */
const ALONE = { graph: 1, mean: 5, profile: 9 } as const;

/**
 * The forecasts that are mixed: all clues by their prior weights, all by what the zone has learnt,
 * no change, and `ALONE`.
 */
const EXPERTS = 6;

/** The prior weights, fitted on many venues, have an advance in trust. */
const ADVANCE: readonly number[] = [2, 1, 1, 1, 1, 1];

/** How much a loss is remembered from tick to tick: 100 ticks. */
const KEEPS = 0.99;

/** Trust follows skill as (0.02 + loss)^−8. */
const LEAST_LOSS = 0.02;

const trustIn = (loss: number): number => {
  const square = (LEAST_LOSS + loss) * (LEAST_LOSS + loss);
  return 1 / (square * square * square * square);
};

/** Persons/m² that no forecast exceeds. */
const MOST = 6.5;

const possible = (density: number): number => Math.min(MOST, Math.max(0, density));

/** Mixes several forecasts of each zone, for one outlook, by how well each did lately there. */
export class Experts {
  readonly #losses: Float64Array;
  readonly #forecasts = new Float64Array(EXPERTS);

  constructor(zones: number) {
    this.#losses = new Float64Array(zones * EXPERTS);
  }

  /**
   * One forecast of a zone, persons/m², from its row of `table`; writes it there, and what the
   * learnt weights say. @param prior change of density by the prior weights. @param learnt by the learnt.
   */
  mix(zone: number, table: Float32Array, prior: number, learnt: number): number {
    const at = zone * SAID_WIDTH;
    table[at + SAID.learnt] = possible((table[at + SAID.base] ?? 0) + learnt);
    const forecasts = this.#ask(table, at, prior);
    let [sum, total] = [0, 0];
    for (let expert = 0; expert < EXPERTS; expert += 1) {
      const loss = this.#losses[zone * EXPERTS + expert] ?? 0;
      const trust = (ADVANCE[expert] ?? 1) * trustIn(loss);
      sum += trust * (forecasts[expert] ?? 0);
      total += trust;
    }
    const mixed = sum / total;
    table[at + SAID.mixed] = mixed;
    return mixed;
  }

  /** @param density that came true, persons/m². @param prior as it was said. */
  judge(zone: number, table: Float32Array, prior: number, density: number): void {
    const forecasts = this.#ask(table, zone * SAID_WIDTH, prior);
    for (let expert = 0; expert < EXPERTS; expert += 1) {
      const index = zone * EXPERTS + expert;
      const loss = Math.abs((forecasts[expert] ?? 0) - density);
      this.#losses[index] = KEEPS * (this.#losses[index] ?? 0) + (1 - KEEPS) * loss;
    }
  }

  #ask(table: Float32Array, at: number, prior: number): Float64Array {
    const forecasts = this.#forecasts;
    const base = table[at + SAID.base] ?? 0;
    forecasts[0] = possible(base + prior);
    forecasts[1] = table[at + SAID.learnt] ?? 0;
    forecasts[2] = possible(base);
    forecasts[3] = possible(base + (table[at + ALONE.graph] ?? 0));
    forecasts[4] = possible(base + (table[at + ALONE.mean] ?? 0));
    forecasts[5] = possible(base + (table[at + ALONE.profile] ?? 0));
    return forecasts;
  }
}
