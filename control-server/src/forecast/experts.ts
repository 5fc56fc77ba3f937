import { CLUES } from './clues.js';
import { SAID, SAID_WIDTH } from './sayings.js';

/** Clues that are experts of their own: the graph alone, the mean of 3 minutes, the zone's rhythm, former evenings' level. */
const ALONE = {
  graph: CLUES.indexOf('graph'),
  mean: CLUES.indexOf('mean-3'),
  rhythm: CLUES.indexOf('rhythm'),
  profile: CLUES.indexOf('profile-level'),
} as const;

/**
 * The forecasts that are mixed: all clues by their prior weights, all by what the zone has learnt,
 * no change, and `ALONE`. One that has nothing to go by is not asked: it would be a second voice for no change.
 */
const EXPERTS = 7;
const [BY_RHYTHM, BY_PROFILE] = [5, 6];

/** The prior weights, fitted on many venues, have an advance in trust. */
const ADVANCE: readonly number[] = [2, 1, 1, 1, 1, 1, 1];

/** How much a loss is remembered from tick to tick: 100 ticks. */
const KEEPS = 0.99;

/**
 * Trust follows skill as (0.02 + loss)^−8, and in large zones as (1 person + loss)^−8: in a hall of 3,000 m² all
 * losses are far below 0.02 persons/m², and every expert would be trusted alike.
 */
const LEAST_LOSS = 0.02;

const trustIn = (loss: number, least: number): number => {
  const square = (least + loss) * (least + loss);
  return 1 / (square * square * square * square);
};

/** Persons/m² that no forecast exceeds. */
const MOST = 6.5;

const possible = (density: number): number => Math.min(MOST, Math.max(0, density));

/** Mixes several forecasts of each zone, for one outlook, by how well each did lately there. */
export class Experts {
  readonly #losses: Float64Array;
  readonly #forecasts = new Float64Array(EXPERTS);

  /** @param area m² per zone. @param isProfiled whether former evenings tell of a zone. */
  constructor(
    private readonly area: Float64Array,
    private readonly isProfiled: (zone: number) => boolean,
  ) {
    this.#losses = new Float64Array(area.length * EXPERTS);
  }

  /**
   * One forecast of a zone, persons/m², from its row of `table`; writes it there, and what the
   * learnt weights say. @param prior change of density by the prior weights. @param learnt by the learnt.
   */
  mix(zone: number, table: Float32Array, prior: number, learnt: number): number {
    const at = zone * SAID_WIDTH;
    table[at + SAID.learnt] = possible((table[at + SAID.base] ?? 0) + learnt);
    const forecasts = this.#ask(table, at, prior);
    const least = Math.min(LEAST_LOSS, 1 / (this.area[zone] ?? 1));
    const isRhythmic = (table[at + ALONE.rhythm] ?? 0) !== 0;
    const isProfiled = this.isProfiled(zone);
    let sum = 0;
    let total = 0;
    for (let expert = 0; expert < EXPERTS; expert += 1) {
      if (expert === BY_RHYTHM && !isRhythmic) continue;
      if (expert === BY_PROFILE && !isProfiled) continue;
      const loss = this.#losses[zone * EXPERTS + expert] ?? 0;
      const trust = (ADVANCE[expert] ?? 1) * trustIn(loss, least);
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
    forecasts[BY_RHYTHM] = possible(base + (table[at + ALONE.rhythm] ?? 0));
    forecasts[BY_PROFILE] = possible(base + (table[at + ALONE.profile] ?? 0));
    return forecasts;
  }
}
