/**
 * The ways of foretelling a flow: as in the last minute, as in the last two, as in the last ten, and as
 * people flow on along the graph, with the rhythm of those who come from outside.
 */
export const EDGE_EXPERTS = 4;

/** Ticks from one judgement to the next: flows of a minute hardly differ within it. */
const STRIDE = 3;

/** How losses and errors are remembered from judgement to judgement, and how sharply trust follows them. */
const KEEPS = 0.97;
const SHARPNESS = 8;
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
  /** What the experts said, and their mix: every `STRIDE` ticks, the oldest first. */
  readonly #said: { readonly experts: Float32Array; readonly flow: Float32Array }[] = [];
  #tick = 0;

  constructor(
    private readonly edges: number,
    private readonly ticks: number,
  ) {
    this.#losses = new Float32Array(edges * EDGE_EXPERTS);
    this.#errors = new Float32Array(edges);
  }

  /** Learns from the minute that ends now. @param minute persons per tick and edge; not a number where unknown. */
  judge(minute: Float64Array): void {
    const since = this.#tick - this.ticks;
    const saying = since >= 0 && since % STRIDE === 0 ? this.#said.shift() : undefined;
    if (saying === undefined) return;
    const { experts, flow } = saying;
    for (let edge = 0; edge < this.edges; edge += 1) {
      const came = minute[edge] ?? Number.NaN;
      const said = flow[edge] ?? 0;
      // Where nobody passes and nobody was expected there is nothing to learn.
      if (Number.isNaN(came) || (came === 0 && said === 0)) continue;
      const at = edge * EDGE_EXPERTS;
      for (let expert = 0; expert < EDGE_EXPERTS; expert += 1) {
        const loss = Math.abs((experts[at + expert] ?? 0) - came);
        this.#losses[at + expert] = KEEPS * (this.#losses[at + expert] ?? 0) + (1 - KEEPS) * loss;
      }
      const error = Math.abs(said - came);
      this.#adapt(classOf(said), error / this.#errorOf(edge, said));
      this.#errors[edge] = KEEPS * (this.#errors[edge] ?? 0) + (1 - KEEPS) * error;
    }
  }

  /** @param experts forecasts of each expert, edge by edge, persons per tick; kept. */
  foresee(experts: Float32Array): EdgeForecast {
    const [flow, half80, half95] = [0, 1, 2].map(() => new Float32Array(this.edges));
    const forecast = {
      flow: flow ?? new Float32Array(0),
      half80: half80 ?? new Float32Array(0),
      half95: half95 ?? new Float32Array(0),
    };
    for (let edge = 0; edge < this.edges; edge += 1) {
      const mixed = this.#mix(experts, edge);
      const error = this.#errorOf(edge, mixed);
      const at = classOf(mixed) * MISSES.length;
      forecast.flow[edge] = mixed;
      forecast.half80[edge] = (this.#widths[at] ?? 0) * error;
      forecast.half95[edge] = (this.#widths[at + 1] ?? 0) * error;
    }
    if (this.#tick % STRIDE === 0) this.#said.push({ experts, flow: forecast.flow });
    this.#tick += 1;
    return forecast;
  }

  #mix(experts: Float32Array, edge: number): number {
    const at = edge * EDGE_EXPERTS;
    let [sum, total] = [0, 0];
    for (let expert = 0; expert < EDGE_EXPERTS; expert += 1) {
      const loss = LEAST_LOSS + (this.#losses[at + expert] ?? 0);
      const trust = loss ** -SHARPNESS;
      sum += trust * (experts[at + expert] ?? 0);
      total += trust;
    }
    return sum / total;
  }

  /** Expected |f − f̂|, persons per tick. */
  #errorOf(edge: number, flow: number): number {
    return Math.max(this.#errors[edge] ?? 0, Math.sqrt(Math.max(flow, 0.1) / COUNTED_TICKS));
  }

  #adapt(flows: number, score: number): void {
    for (const [index, miss] of MISSES.entries()) {
      const at = flows * MISSES.length + index;
      const width = this.#widths[at] ?? 0;
      const missed = score > width ? 1 : 0;
      this.#widths[at] = Math.max(0.2, width * (1 + LEARNS * (missed - miss)));
    }
  }
}
