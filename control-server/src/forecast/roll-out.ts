import type { FlowNetwork } from './flow-network.js';
import { LONGEST_TICKS, OUTLOOKS } from './horizons.js';

/** Persons/m² above which a zone takes nobody in. */
const PACKED = 5.4;

export interface Flows {
  /** Share of a zone's people who leave by an edge in a tick. */
  readonly hazard: Float64Array;
  /** Persons per tick that an edge can carry. */
  readonly capacity: Float64Array;
  /** Persons per tick who come over an edge from outside. */
  readonly inflow: (edge: number, ticks: number) => number;
}

/**
 * Lets people flow on for 15 minutes (conservation of mass on the graph, one step a tick):
 *
 *   f_e = min(h_e·n_from, C_e), scaled so that Σ out ≤ n_from and Σ in ≤ ρ_max·A_to − n_to
 *   n_i ← n_i − Σ out + Σ in
 *
 * @returns persons per zone for each outlook: at its time, or the most until then.
 */
export const rollOut = (
  network: FlowNetwork,
  start: Float64Array,
  flows: Flows,
): Float64Array[] => {
  const { area, edges, from, to, zones } = network;
  const { capacity, hazard, inflow } = flows;
  const persons = Float64Array.from(start);
  const flow = new Float64Array(edges);
  const leaving = new Float64Array(zones);
  const coming = new Float64Array(zones);
  const highest = Float64Array.from(start);
  const reached = new Map<number, { at: Float64Array; peak: Float64Array }>();
  for (let tick = 1; tick <= LONGEST_TICKS; tick += 1) {
    leaving.fill(0);
    coming.fill(0);
    for (let edge = 0; edge < edges; edge += 1) {
      const source = from[edge] ?? -1;
      const wanted = source < 0 ? inflow(edge, tick) : (hazard[edge] ?? 0) * (persons[source] ?? 0);
      const carried = Math.min(wanted, capacity[edge] ?? 0);
      flow[edge] = carried;
      if (source >= 0) leaving[source] = (leaving[source] ?? 0) + carried;
    }
    for (let edge = 0; edge < edges; edge += 1) {
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      if (source >= 0 && (leaving[source] ?? 0) > (persons[source] ?? 0)) {
        flow[edge] = ((flow[edge] ?? 0) * (persons[source] ?? 0)) / (leaving[source] ?? 1);
      }
      if (target >= 0) coming[target] = (coming[target] ?? 0) + (flow[edge] ?? 0);
    }
    for (let edge = 0; edge < edges; edge += 1) {
      const target = to[edge] ?? -1;
      let passed = flow[edge] ?? 0;
      if (target >= 0) {
        const room = Math.max(0, PACKED * (area[target] ?? 0) - (persons[target] ?? 0));
        const wanted = coming[target] ?? 0;
        if (wanted > room) passed *= room / wanted;
      }
      flow[edge] = passed;
    }
    for (let edge = 0; edge < edges; edge += 1) {
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      const passed = flow[edge] ?? 0;
      if (source >= 0) persons[source] = (persons[source] ?? 0) - passed;
      if (target >= 0) persons[target] = (persons[target] ?? 0) + passed;
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const now = persons[zone] ?? 0;
      if (now > (highest[zone] ?? 0)) highest[zone] = now;
    }
    if (OUTLOOKS.some(({ ticks }) => ticks === tick)) {
      reached.set(tick, { at: Float64Array.from(persons), peak: Float64Array.from(highest) });
    }
  }
  return OUTLOOKS.map(({ kind, ticks }) => reached.get(ticks)?.[kind] ?? persons);
};
