import { CLUE_COUNT } from './clues.js';
import { solveInPlace } from './solve-linear.js';

/** How much a zone keeps of what it learnt from one tick to the next: a memory of 80 minutes. */
const KEEPS = 0.998;

/** Strength of the prior weights, as a ridge, (persons/m²)². */
const RIDGE = 8;

/** Errors are weighed as absolute ones above this, persons/m². */
const USUAL_ERROR = 0.15;

/** Ticks from one solution to the next; zones take turns. */
const SOLVES_EVERY = 6;

/**
 * What the clues are worth in each zone, for one horizon: ridge regression towards the prior
 * weights, by what came true. A stairway forgets its crowd in seconds and a stand keeps it for
 * hours, so no one set of weights serves both.
 */
export class ZoneWeights {
  /** Zones × clues, as are the weights. */
  readonly #prior: Float64Array;
  readonly #weights: Float64Array;
  readonly #normal: Float64Array;
  readonly #moment: Float64Array;

  /** @param prior the weights of a zone before it has taught any. */
  constructor(
    private readonly zones: number,
    prior: (zone: number) => readonly number[],
  ) {
    this.#prior = new Float64Array(zones * CLUE_COUNT);
    this.#normal = new Float64Array(zones * CLUE_COUNT * CLUE_COUNT);
    this.#moment = new Float64Array(zones * CLUE_COUNT);
    for (let zone = 0; zone < zones; zone += 1) this.#prior.set(prior(zone), zone * CLUE_COUNT);
    this.#weights = this.#prior.slice();
  }

  /** The change of density by the prior weights, and by those that the zone has learnt. */
  predict(zone: number, clues: Float64Array): { readonly prior: number; readonly learnt: number } {
    let [prior, learnt] = [0, 0];
    for (let clue = 0; clue < CLUE_COUNT; clue += 1) {
      const said = clues[zone * CLUE_COUNT + clue] ?? 0;
      prior += said * (this.#prior[zone * CLUE_COUNT + clue] ?? 0);
      learnt += said * (this.#weights[zone * CLUE_COUNT + clue] ?? 0);
    }
    return { prior, learnt };
  }

  /** @param change of density that came true, persons/m², after `clues` were gathered. */
  learn(zone: number, clues: Float64Array, change: number): void {
    const at = zone * CLUE_COUNT;
    const { prior, learnt } = this.predict(zone, clues);
    const weight = 1 / (6 * Math.max(USUAL_ERROR, Math.abs(change - learnt)));
    for (let row = 0; row < CLUE_COUNT; row += 1) {
      const said = weight * (clues[at + row] ?? 0);
      this.#moment[at + row] = KEEPS * (this.#moment[at + row] ?? 0) + said * (change - prior);
      const line = (at + row) * CLUE_COUNT;
      for (let column = 0; column < CLUE_COUNT; column += 1) {
        const index = line + column;
        this.#normal[index] = KEEPS * (this.#normal[index] ?? 0) + said * (clues[at + column] ?? 0);
      }
    }
  }

  /** Solves for the zones whose turn it is. */
  solve(tick: number): void {
    for (let zone = tick % SOLVES_EVERY; zone < this.zones; zone += SOLVES_EVERY) {
      const at = zone * CLUE_COUNT;
      const matrix = this.#normal.slice(at * CLUE_COUNT, (at + CLUE_COUNT) * CLUE_COUNT);
      const departure = this.#moment.slice(at, at + CLUE_COUNT);
      for (let clue = 0; clue < CLUE_COUNT; clue += 1) {
        const diagonal = clue * CLUE_COUNT + clue;
        matrix[diagonal] = (matrix[diagonal] ?? 0) + RIDGE;
      }
      if (!solveInPlace(matrix, departure)) continue;
      for (let clue = 0; clue < CLUE_COUNT; clue += 1) {
        this.#weights[at + clue] = (this.#prior[at + clue] ?? 0) + (departure[clue] ?? 0);
      }
    }
  }
}
