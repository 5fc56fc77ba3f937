/**
 * The ways of foretelling a flow: as in the last minute, as in the last two, as in the last ten, and as
 * people flow on along the graph, with the rhythm of those who come from outside.
 */
export const EDGE_EXPERTS = 4;

/** Ticks from one forecast to the next: the flow of a minute hardly differs within it. Horizons take turns. */
const STRIDE = 3;

/** How losses and errors are remembered from judgement to judgement. Trust in an expert is its loss to the −8. */
const KEEPS = 0.97;
const LEAST_LOSS = 0.05;

/** Widths of the 80 % and 95 % intervals in expected errors, to begin with, and how fast each outcome moves them. */
const FIRST_WIDTHS = [1.7, 3.4] as const;
const MISSES = [0.2, 0.05] as const;
const LEARNS = 0.006;

/** Persons per tick that part idle edges from a trickle, a flow and a stream: each errs in its own way. */
const CLASSES = [0.1, 0.7, 3] as const;

const classOf = (flow: number): number => {
  let found = 0;
  while (found < CLASSES.length && flow >= (CLASSES[found] ?? 0)) found += 1;
  return found;
};

/** Ticks whose people make up a flow: they come one by one, so its error is never below √(f/6). */
const COUNTED_TICKS = 6;

/** What is foretold of every edge at one horizon, persons per tick: the mean of the minute that ends then. */
export interface EdgeForecast {
  readonly flow: Float32Array;
  readonly half80: Float32Array;
  readonly half95: Float32Array;
}

/**
 * Foretells what passes each edge at one horizon: several forecasts mixed by how well each did there
 * lately, with intervals that adapt so that the promised share of outcomes lies inside (as `Intervals`).
 */
export class EdgeSeer {
  readonly #losses: Float32Array;
  readonly #errors: Float32Array;
  /** Both widths for each class of flow. */
  readonly #widths = Float64Array.from([...CLASSES, 0].flatMap(() => FIRST_WIDTHS));
  /** What the experts said, and their mix, the oldest first. */
  readonly #said: { readonly experts: Float32Array; readonly flow: Float32Array }[] = [];
  #forecast: EdgeForecast;
  #tick = 0;

  /** @param ticks to the horizon. @param turn of the `STRIDE` ticks the one at which it foretells. */
  constructor(
    private readonly edges: number,
    private readonly ticks: number,
    private readonly turn: number,
  ) {
    this.#losses = new Float32Array(edges * EDGE_EXPERTS);
    this.#errors = new Float32Array(edges);
    const none = new Float32Array(edges);
    this.#forecast = { flow: none, half80: none, half95: none };
  }

  /**
   * Learns from the minute that ends now, and foretells anew where it is its turn.
   *
   * @param minute persons per tick and edge; not a number where unknown.
   * @param experts makes the forecasts of each expert, edge by edge, persons per tick.
   */
  advance(minute: Float64Array, experts: () => Float32Array): EdgeForecast {
    const isDue = this.#tick % STRIDE === this.turn % STRIDE;
    if (isDue) {
      if (this.#tick >= this.ticks + (this.turn % STRIDE)) this.#judge(minute);
      this.#foresee(experts());
    }
    this.#tick += 1;
    return this.#forecast;
  }

  #judge(minute: Float64Array): void {
    const saying = this.#said.shift();
    if (saying === undefined) return;
    const { experts, flow } = saying;
    for (let edge = 0; edge < this.edges; edge += 1) {
      const came = minute[edge] ?? Number.NaN;
      const said = flow[edge] ?? 0;
      // Where nobody passes and nobody was expected there is nothing to learn.
      if (Number.isNaN(came) || (came === 0 && said === 0)) continue;
      const at = edge * EDGE_EXPERTS;
      for (let expert = at; expert < at + EDGE_EXPERTS; expert += 1) {
        const loss = Math.abs((experts[expert] ?? 0) - came);
        this.#losses[expert] = KEEPS * (this.#losses[expert] ?? 0) + (1 - KEEPS) * loss;
      }
      const error = Math.abs(said - came);
      this.#adapt(classOf(said) * MISSES.length, error / this.#errorOf(edge, said));
      this.#errors[edge] = KEEPS * (this.#errors[edge] ?? 0) + (1 - KEEPS) * error;
    }
  }

  #foresee(experts: Float32Array): void {
    const flow = new Float32Array(this.edges);
    const half80 = new Float32Array(this.edges);
    const half95 = new Float32Array(this.edges);
    for (let edge = 0; edge < this.edges; edge += 1) {
      const mixed = this.#mix(experts, edge * EDGE_EXPERTS);
      const error = this.#errorOf(edge, mixed);
      const at = classOf(mixed) * MISSES.length;
      flow[edge] = mixed;
      half80[edge] = (this.#widths[at] ?? 0) * error;
      half95[edge] = (this.#widths[at + 1] ?? 0) * error;
    }
    this.#said.push({ experts, flow });
    this.#forecast = { flow, half80, half95 };
  }

  /** The experts of an edge, from `first` on, by trust: (0.05 + loss)⁻⁸. */
  #mix(experts: Float32Array, first: number): number {
    let sum = 0;
    let total = 0;
    for (let expert = first; expert < first + EDGE_EXPERTS; expert += 1) {
      const loss = LEAST_LOSS + (this.#losses[expert] ?? 0);
      const second = 1 / (loss * loss);
      const fourth = second * second;
      const trust = fourth * fourth;
      sum += trust * (experts[expert] ?? 0);
      total += trust;
    }
    return sum / total;
  }

  /** Expected |f − f̂|, persons per tick. */
  #errorOf(edge: number, flow: number): number {
    return Math.max(this.#errors[edge] ?? 0, Math.sqrt(Math.max(flow, 0.1) / COUNTED_TICKS));
  }

  /** @param first the place of a class's widths. */
  #adapt(first: number, score: number): void {
    for (let index = 0; index < MISSES.length; index += 1) {
      const width = this.#widths[first + index] ?? 0;
      const missed = score > width ? 1 : 0;
      const next = width * (1 + LEARNS * (missed - (MISSES[index] ?? 0)));
      this.#widths[first + index] = Math.max(0.2, next);
    }
  }
}
