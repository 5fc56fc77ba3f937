import { EDGE_EXPERTS, type EdgeForecast, EdgeSeer } from './edge-seer.js';
import { FlowMeans } from './flow-means.js';
import { HORIZONS, TICK_SECONDS } from './horizons.js';

/** What is foretold of the edges at each of `HORIZONS`. */
export type PassageForecast = readonly EdgeForecast[];

/** Forecasts what passes every edge, tick by tick; learns as it goes, in place. */
export class PassageForecaster {
  readonly #means: FlowMeans;
  readonly #seers: readonly EdgeSeer[];

  constructor(private readonly edges: number) {
    this.#means = new FlowMeans(edges);
    this.#seers = HORIZONS.map(
      (seconds, turn) => new EdgeSeer(edges, seconds / TICK_SECONDS, turn),
    );
  }

  /** Persons per tick and edge over the last minute; not a number where it was not wholly counted. */
  get minute(): Float64Array {
    return this.#means.minute;
  }

  /**
   * @param crossings persons per edge over the tick, not a number where unknown.
   * @param slow persons per tick and edge, mean of two minutes.
   * @param graph persons per tick and edge as people flow on, at each horizon.
   */
  advance(
    crossings: Float64Array,
    slow: Float64Array,
    graph: readonly Float32Array[],
  ): PassageForecast {
    this.#means.advance(crossings);
    const { minute } = this.#means;
    return this.#seers.map((seer, horizon) =>
      seer.advance(minute, () => this.#experts(slow, graph[horizon])),
    );
  }

  /** What each expert says of each edge, in the order of `EDGE_EXPERTS`. */
  #experts(slow: Float64Array, graph: Float32Array | undefined): Float32Array {
    const { long, minute } = this.#means;
    const experts = new Float32Array(this.edges * EDGE_EXPERTS);
    for (let edge = 0; edge < this.edges; edge += 1) {
      const at = edge * EDGE_EXPERTS;
      const steady = slow[edge] ?? 0;
      const last = minute[edge] ?? Number.NaN;
      experts[at] = Number.isNaN(last) ? steady : last;
      experts[at + 1] = steady;
      experts[at + 2] = long[edge] ?? 0;
      experts[at + 3] = graph?.[edge] ?? 0;
    }
    return experts;
  }
}
