import { type FlowNetwork, OUTSIDE_NODE } from './flow-network.js';

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
  /** Ends of the active edges; outside is one zone more, so that nothing need be asked of it. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #capacity: Float64Array;
  /** As `persons`, with what stands outside, which nobody reads. */
  readonly #persons: Float64Array;
  /** Persons who ask to leave each zone and to come in, then the share of them that may. */
  readonly #leaving: Float64Array;
  readonly #coming: Float64Array;
  /** Ticks since the start. */
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    start: Float64Array,
    private readonly flows: Flows,
  ) {
    const { from, to, zones } = network;
    this.#persons = new Float64Array(zones + 1);
    this.#persons.set(start);
    this.persons = this.#persons.subarray(0, zones);
    this.active = activeEdges(network, flows);
    this.#from = endsOf(this.active, from, zones);
    this.#to = endsOf(this.active, to, zones);
    this.#capacity = new Float64Array(this.active.length);
    for (let index = 0; index < this.active.length; index += 1) {
      this.#capacity[index] = flows.capacity[this.active[index] ?? 0] ?? 0;
    }
    this.passed = new Float64Array(this.active.length);
    this.wanted = new Float64Array(this.active.length);
    this.#leaving = new Float64Array(zones + 1);
    this.#coming = new Float64Array(zones + 1);
  }

  /** @param ticks length of the step. @param share of a zone's people who leave by each edge within it. */
  step(ticks: number, share: Float64Array = this.flows.hazard): void {
    this.#tick += ticks;
    this.#ask(ticks, share);
    this.#letOut();
    this.#letIn();
    this.#pass();
  }

  #ask(ticks: number, share: Float64Array): void {
    const outside = this.network.zones;
    const [active, from, persons, capacity] = [
      this.active,
      this.#from,
      this.#persons,
      this.#capacity,
    ];
    const [wanted, passed, leaving] = [this.wanted, this.passed, this.#leaving.fill(0)];
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[index] ?? outside;
      const asking =
        source === outside
          ? this.#arriving(edge, ticks)
          : (share[edge] ?? 0) * (persons[source] ?? 0);
      const most = ticks * (capacity[index] ?? 0);
      const carried = Math.min(asking, most);
      wanted[index] = asking;
      passed[index] = carried;
      leaving[source] = (leaving[source] ?? 0) + carried;
    }
  }

  /** Persons who come over an edge from outside within the step that ends now. */
  #arriving(edge: number, ticks: number): number {
    let persons = 0;
    for (let back = 0; back < ticks; back += 1)
      persons += this.flows.inflow(edge, this.#tick - back);
    return persons;
  }

  #letOut(): void {
    const { zones } = this.network;
    const [persons, leaving, coming] = [this.#persons, this.#leaving, this.#coming.fill(0)];
    for (let zone = 0; zone < zones; zone += 1) {
      const [there, asked] = [persons[zone] ?? 0, leaving[zone] ?? 0];
      // Rounding may leave a hair less than nobody; whom nobody asks of need not be divided.
      leaving[zone] = asked > 0 && asked > there ? Math.max(0, there) / asked : 1;
    }
    leaving[zones] = 1;
    const [from, to, passed] = [this.#from, this.#to, this.passed];
    for (let index = 0; index < passed.length; index += 1) {
      const out = (passed[index] ?? 0) * (leaving[from[index] ?? zones] ?? 1);
      const target = to[index] ?? zones;
      passed[index] = out;
      coming[target] = (coming[target] ?? 0) + out;
    }
  }

  #letIn(): void {
    const { area, zones } = this.network;
    const [persons, coming] = [this.#persons, this.#coming];
    for (let zone = 0; zone < zones; zone += 1) {
      const room = Math.max(0, PACKED * (area[zone] ?? 0) - (persons[zone] ?? 0));
      const asked = coming[zone] ?? 0;
      coming[zone] = asked > room ? room / asked : 1;
    }
    coming[zones] = 1;
  }

  #pass(): void {
    const { zones } = this.network;
    const [from, to, passed, persons] = [this.#from, this.#to, this.passed, this.#persons];
    const coming = this.#coming;
    for (let index = 0; index < passed.length; index += 1) {
      const source = from[index] ?? zones;
      const target = to[index] ?? zones;
      const through = (passed[index] ?? 0) * (coming[target] ?? 1);
      passed[index] = through;
      persons[source] = (persons[source] ?? 0) - through;
      persons[target] = (persons[target] ?? 0) + through;
    }
  }
}

const activeEdges = ({ edges, from }: FlowNetwork, { hazard }: Flows): Int32Array => {
  const active = new Int32Array(edges);
  let count = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    if (from[edge] !== OUTSIDE_NODE && !((hazard[edge] ?? 0) > 0)) continue;
    active[count] = edge;
    count += 1;
  }
  return active.slice(0, count);
};

/** @param outside what stands for it. */
const endsOf = (active: Int32Array, ends: Int32Array, outside: number): Int32Array => {
  const zones = new Int32Array(active.length);
  for (let index = 0; index < active.length; index += 1) {
    const zone = ends[active[index] ?? 0] ?? OUTSIDE_NODE;
    zones[index] = zone === OUTSIDE_NODE ? outside : zone;
  }
  return zones;
};
