import type { FlowNetwork } from './flow-network.js';

/** Persons/m² above which a zone takes nobody in. */
const PACKED = 5.4;

/** How people move over the graph from here on. */
export interface Flows {
  /** Share of a zone's people who leave by an edge in a tick. */
  readonly hazard: Float64Array;
  /** Persons per tick that an edge can carry. */
  readonly capacity: Float64Array;
  /** Persons per tick who come over an edge from outside, so many ticks from now. */
  readonly inflow: (edge: number, ticks: number) => number;
}

/**
 * Lets people flow on over the graph, step by step, each of s ticks (conservation of mass):
 *
 *   f_e = min(n_from·(1 − (1 − h_e)^s), C_e·s), scaled so that Σ out ≤ n_from and
 *   Σ in ≤ ρ_max·A_to − n_to;   n_i ← n_i − Σ out + Σ in
 */
export class FlowMotion {
  /** Persons per zone now. */
  readonly persons: Float64Array;
  /** Edges over which anybody can be expected, so that the idle half of the doors costs nothing. */
  readonly active: Int32Array;
  /** Persons who passed each active edge in the last step, in the order of `active`. */
  readonly passed: Float64Array;
  /** Persons who would have, had the edge no capacity and the zone behind it room: what queues. */
  readonly wanted: Float64Array;
  readonly #leaving: Float64Array;
  readonly #coming: Float64Array;
  /** Ticks since the start. */
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    start: Float64Array,
    private readonly flows: Flows,
  ) {
    this.persons = Float64Array.from(start);
    this.active = activeEdges(network, flows);
    this.passed = new Float64Array(this.active.length);
    this.wanted = new Float64Array(this.active.length);
    this.#leaving = new Float64Array(network.zones);
    this.#coming = new Float64Array(network.zones);
  }

  /** @param ticks length of the step. @param share of a zone's people who leave by each edge within it. */
  step(ticks: number, share: Float64Array = this.flows.hazard): void {
    this.#tick += ticks;
    this.#ask(ticks, share);
    this.#scale();
    this.#pass();
  }

  #ask(ticks: number, share: Float64Array): void {
    const { capacity, inflow } = this.flows;
    const { from } = this.network;
    const leaving = this.#leaving.fill(0);
    for (let index = 0; index < this.active.length; index += 1) {
      const edge = this.active[index] ?? 0;
      const source = from[edge] ?? -1;
      const wanted =
        source < 0
          ? ticks * inflow(edge, this.#tick - (ticks >> 1))
          : (share[edge] ?? 0) * (this.persons[source] ?? 0);
      const carried = Math.min(wanted, ticks * (capacity[edge] ?? 0));
      this.wanted[index] = wanted;
      this.passed[index] = carried;
      if (source >= 0) leaving[source] = (leaving[source] ?? 0) + carried;
    }
  }

  #scale(): void {
    const { area, from, to, zones } = this.network;
    const coming = this.#coming.fill(0);
    for (let index = 0; index < this.active.length; index += 1) {
      const edge = this.active[index] ?? 0;
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      const there = source < 0 ? 0 : (this.persons[source] ?? 0);
      const asked = source < 0 ? 0 : (this.#leaving[source] ?? 0);
      if (asked > there) this.passed[index] = ((this.passed[index] ?? 0) * there) / asked;
      if (target >= 0) coming[target] = (coming[target] ?? 0) + (this.passed[index] ?? 0);
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const room = Math.max(0, PACKED * (area[zone] ?? 0) - (this.persons[zone] ?? 0));
      const asked = coming[zone] ?? 0;
      // From here on: the share of those who come that is let in.
      coming[zone] = asked > room ? room / asked : 1;
    }
  }

  #pass(): void {
    const { from, to } = this.network;
    const { persons } = this;
    for (let index = 0; index < this.active.length; index += 1) {
      const edge = this.active[index] ?? 0;
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      const passed = (this.passed[index] ?? 0) * (target < 0 ? 1 : (this.#coming[target] ?? 1));
      this.passed[index] = passed;
      if (source >= 0) persons[source] = (persons[source] ?? 0) - passed;
      if (target >= 0) persons[target] = (persons[target] ?? 0) + passed;
    }
  }
}

const activeEdges = ({ edges, from }: FlowNetwork, { hazard }: Flows): Int32Array =>
  Int32Array.from(
    Array.from({ length: edges }, (_, edge) => edge).filter(
      (edge) => (from[edge] ?? -1) < 0 || (hazard[edge] ?? 0) > 0,
    ),
  );
