import { CLUE_COUNT } from './clues.js';
import { SAID, SAID_WIDTH } from './sayings.js';
import { rowOf, solveInPlace } from './solve-linear.js';

/** Ticks from one lesson of a zone to the next, and from one solution to the next; zones take turns. */
const LEARNS_EVERY = 2;
const SOLVES_EVERY = 12;

/** How much a zone keeps of what it learnt from one lesson to the next: a memory of 80 minutes. */
const KEEPS = 0.998 ** LEARNS_EVERY;

/** Strength of the prior weights, as a ridge, (persons/m²)². */
const RIDGE = 2;

/** Errors are weighed as absolute ones above this, persons/m². */
const USUAL_ERROR = 0.15;

/** Weight of a lesson whose error is 1 person/m². */
const LESSON = LEARNS_EVERY / 6;

/**
 * What the clues are worth in each zone, for one outlook: ridge regression towards the prior
 * weights, by what came true. A stairway forgets its crowd in seconds and a stand keeps it for
 * hours, so no one set of weights serves both.
 */
export class ZoneWeights {
  /** Zones × clues, as are the weights. */
  readonly #prior: Float64Array;
  readonly #weights: Float64Array;
  readonly #moment: Float64Array;
  /** Lower halves of the normal matrices, zone by zone. */
  readonly #normal: Float64Array;
  readonly #half: Float64Array;
  readonly #departure: Float64Array;

  /**
   * @param prior the weights of a zone before it has taught any.
   * @param clues that are used, the first so many; it costs by their square.
   */
  constructor(
    private readonly zones: number,
    prior: (zone: number) => readonly number[],
    private readonly clues: number = CLUE_COUNT,
  ) {
    this.#prior = new Float64Array(zones * clues);
    this.#moment = new Float64Array(zones * clues);
    this.#normal = new Float64Array(zones * rowOf(clues));
    this.#half = new Float64Array(rowOf(clues));
    this.#departure = new Float64Array(clues);
    for (let zone = 0; zone < zones; zone += 1) {
      this.#prior.set(prior(zone).slice(0, clues), zone * clues);
    }
    this.#weights = this.#prior.slice();
  }

  /** The change of density that a zone's clues foretell by their prior weights. */
  byPrior(zone: number, table: Float32Array): number {
    return this.#weighed(this.#prior, zone, table);
  }

  /** … by those that the zone has learnt. */
  byLearning(zone: number, table: Float32Array): number {
    return this.#weighed(this.#weights, zone, table);
  }

  #weighed(weights: Float64Array, zone: number, table: Float32Array): number {
    const first = zone * this.clues;
    const at = zone * SAID_WIDTH;
    let sum = 0;
    for (let clue = 0; clue < this.clues; clue += 1) {
      sum += (table[at + clue] ?? 0) * (weights[first + clue] ?? 0);
    }
    return sum;
  }

  /** @param density that came true, persons/m², of what was said in `table`. */
  learn(zone: number, table: Float32Array, density: number, tick: number): void {
    if ((zone + tick) % LEARNS_EVERY !== 0) return;
    const at = zone * SAID_WIDTH;
    const change = density - (table[at + SAID.base] ?? 0);
    const missed = Math.abs(density - (table[at + SAID.learnt] ?? 0));
    const lesson = LESSON / Math.max(USUAL_ERROR, missed);
    const surprise = change - this.byPrior(zone, table);
    const moment = this.#moment;
    const normal = this.#normal;
    const first = zone * this.clues;
    let index = zone * rowOf(this.clues);
    for (let row = 0; row < this.clues; row += 1) {
      const said = lesson * (table[at + row] ?? 0);
      moment[first + row] = KEEPS * (moment[first + row] ?? 0) + said * surprise;
      for (let column = 0; column <= row; column += 1) {
        normal[index] = KEEPS * (normal[index] ?? 0) + said * (table[at + column] ?? 0);
        index += 1;
      }
    }
  }

  /** Solves for the zones whose turn it is. */
  solve(tick: number): void {
    const { clues, zones } = this;
    const half = this.#half;
    const departure = this.#departure;
    for (let zone = tick % SOLVES_EVERY; zone < zones; zone += SOLVES_EVERY) {
      const first = zone * clues;
      const start = zone * half.length;
      for (let index = 0; index < half.length; index += 1) {
        half[index] = this.#normal[start + index] ?? 0;
      }
      for (let clue = 0; clue < clues; clue += 1) {
        departure[clue] = this.#moment[first + clue] ?? 0;
        const diagonal = rowOf(clue) + clue;
        half[diagonal] = (half[diagonal] ?? 0) + RIDGE;
      }
      if (!solveInPlace(half, departure, clues)) continue;
      for (let clue = 0; clue < clues; clue += 1) {
        this.#weights[first + clue] = (this.#prior[first + clue] ?? 0) + (departure[clue] ?? 0);
      }
    }
  }
}
