/** Counts who passes each edge to the outside, and in its fullest minute. */
export class ExitCounter {
  readonly total: Float64Array;
  readonly fullest: Float64Array;
  readonly #minute: Float64Array;
  #endsAt = 60;

  constructor(edges: number) {
    this.total = new Float64Array(edges);
    this.fullest = new Float64Array(edges);
    this.#minute = new Float64Array(edges);
  }

  count(edge: number, persons: number): void {
    this.total[edge] = (this.total[edge] ?? 0) + persons;
    this.#minute[edge] = (this.#minute[edge] ?? 0) + persons;
  }

  /** Time has come to so many seconds from now. */
  reach(seconds: number): void {
    if (seconds < this.#endsAt) return;
    this.#endsAt += 60;
    this.end();
  }

  /** The run is over, maybe in the middle of a minute. */
  end(): void {
    for (const [edge, persons] of this.#minute.entries()) {
      if (persons > (this.fullest[edge] ?? 0)) this.fullest[edge] = persons;
    }
    this.#minute.fill(0);
  }
}
