/** Ticks of which a flow is told, and foretold: a minute. Single ticks are a handful of people. */
export const FLOW_TICKS = 6;

/** Share by which the long mean follows a tick: a memory of about 10 minutes. */
const LONG = 0.0167;

/**
 * What passes each edge: its mean of the last minute, and of about ten. A tick that nobody counted
 * leaves them as they are.
 */
export class FlowMeans {
  /** Persons per tick and edge; not a number until a whole minute was counted. */
  readonly minute: Float64Array;
  readonly long: Float64Array;
  readonly #ring: Float32Array;
  readonly #counted: Uint8Array;
  #tick = 0;

  constructor(private readonly edges: number) {
    this.minute = new Float64Array(edges).fill(Number.NaN);
    this.long = new Float64Array(edges);
    this.#ring = new Float32Array(edges * FLOW_TICKS);
    this.#counted = new Uint8Array(edges);
  }

  /** @param crossings persons per edge over the tick, not a number where unknown. */
  advance(crossings: Float64Array): void {
    const slot = (this.#tick % FLOW_TICKS) * this.edges;
    this.#tick += 1;
    for (let edge = 0; edge < this.edges; edge += 1) {
      const flow = crossings[edge] ?? Number.NaN;
      if (Number.isNaN(flow)) {
        // A minute with a hole in it is no minute: what is foretold must not be judged by it.
        this.#counted[edge] = 0;
        this.minute[edge] = Number.NaN;
        continue;
      }
      this.#ring[slot + edge] = flow;
      const counted = Math.min(FLOW_TICKS, (this.#counted[edge] ?? 0) + 1);
      this.#counted[edge] = counted;
      const long = this.long[edge] ?? 0;
      this.long[edge] = long + LONG * (flow - long);
      this.minute[edge] = counted < FLOW_TICKS ? Number.NaN : this.#meanOf(edge);
    }
  }

  #meanOf(edge: number): number {
    let sum = 0;
    for (let tick = 0; tick < FLOW_TICKS; tick += 1)
      sum += this.#ring[tick * this.edges + edge] ?? 0;
    return sum / FLOW_TICKS;
  }
}
