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
    if (this.#isShort()) this.#letOut();
    if (this.#isPacked()) this.#letIn();
    this.#pass();
  }

  /** Who asks to pass, as if all might: there are mostly people enough, and room. */
  #ask(ticks: number, share: Float64Array): void {
    const outside = this.network.zones;
    const active = this.active;
    const from = this.#from;
    const to = this.#to;
    const persons = this.#persons;
    const capacity = this.#capacity;
    const wanted = this.wanted;
    const passed = this.passed;
    const leaving = this.#leaving.fill(0);
    const coming = this.#coming.fill(0);
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[index] ?? outside;
      const target = to[index] ?? outside;
      const asking =
        source === outside
          ? this.#arriving(edge, ticks)
          : (share[edge] ?? 0) * (persons[source] ?? 0);
      const carried = Math.min(asking, ticks * (capacity[index] ?? 0));
      wanted[index] = asking;
      passed[index] = carried;
      leaving[source] = (leaving[source] ?? 0) + carried;
      coming[target] = (coming[target] ?? 0) + carried;
    }
  }

  /** Persons who come over an edge from outside within the step that ends now. */
  #arriving(edge: number, ticks: number): number {
    let persons = 0;
    for (let back = 0; back < ticks; back += 1)
      persons += this.flows.inflow(edge, this.#tick - back);
    return persons;
  }

  /** Whether more ask to leave some zone than are there. */
  #isShort(): boolean {
    const { zones } = this.network;
    const persons = this.#persons;
    const leaving = this.#leaving;
    for (let zone = 0; zone < zones; zone += 1) {
      const asked = leaving[zone] ?? 0;
      if (asked > 0 && asked > (persons[zone] ?? 0)) return true;
    }
    return false;
  }

  #letOut(): void {
    const { zones } = this.network;
    const persons = this.#persons;
    const leaving = this.#leaving;
    const coming = this.#coming.fill(0);
    for (let zone = 0; zone < zones; zone += 1) {
      const there = persons[zone] ?? 0;
      const asked = leaving[zone] ?? 0;
      // Rounding may leave a hair less than nobody; whom nobody asks of need not be divided.
      leaving[zone] = asked > 0 && asked > there ? Math.max(0, there) / asked : 1;
    }
    leaving[zones] = 1;
    const from = this.#from;
    const to = this.#to;
    const passed = this.passed;
    for (let index = 0; index < passed.length; index += 1) {
      const out = (passed[index] ?? 0) * (leaving[from[index] ?? zones] ?? 1);
      const target = to[index] ?? zones;
      passed[index] = out;
      coming[target] = (coming[target] ?? 0) + out;
    }
  }

  /** Whether more ask to come into some zone than there is room for. */
  #isPacked(): boolean {
    const { zones } = this.network;
    const coming = this.#coming;
    for (let zone = 0; zone < zones; zone += 1) {
      if ((coming[zone] ?? 0) > this.#room(zone)) return true;
    }
    return false;
  }

  #letIn(): void {
    const { zones } = this.network;
    const to = this.#to;
    const passed = this.passed;
    const coming = this.#coming;
    for (let zone = 0; zone < zones; zone += 1) {
      const asked = coming[zone] ?? 0;
      const room = this.#room(zone);
      coming[zone] = asked > room ? room / asked : 1;
    }
    coming[zones] = 1;
    for (let index = 0; index < passed.length; index += 1) {
      passed[index] = (passed[index] ?? 0) * (coming[to[index] ?? zones] ?? 1);
    }
  }

  #room(zone: number): number {
    return Math.max(0, PACKED * (this.network.area[zone] ?? 0) - (this.#persons[zone] ?? 0));
  }

  #pass(): void {
    const { zones } = this.network;
    const from = this.#from;
    const to = this.#to;
    const passed = this.passed;
    const persons = this.#persons;
    for (let index = 0; index < passed.length; index += 1) {
      const through = passed[index] ?? 0;
      const source = from[index] ?? zones;
      const target = to[index] ?? zones;
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
