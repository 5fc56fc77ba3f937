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
    this.#seers = HORIZONS.map((seconds) => new EdgeSeer(edges, seconds / TICK_SECONDS));
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
    const { long, minute } = this.#means;
    return this.#seers.map((seer, horizon) => {
      seer.judge(minute);
      const experts = new Float32Array(this.edges * EDGE_EXPERTS);
      const ahead = graph[horizon];
      for (let edge = 0; edge < this.edges; edge += 1) {
        const at = edge * EDGE_EXPERTS;
        const steady = slow[edge] ?? 0;
        const last = minute[edge] ?? Number.NaN;
        experts[at] = Number.isNaN(last) ? steady : last;
        experts[at + 1] = steady;
        experts[at + 2] = long[edge] ?? 0;
        experts[at + 3] = ahead?.[edge] ?? 0;
      }
      return seer.foresee(experts);
    });
  }
}
