import type { FlowNetwork } from './flow-network.js';
import { LONGEST_TICKS, OUTLOOKS } from './horizons.js';

/** Persons/m² above which a zone takes nobody in. */
const PACKED = 5.4;

/** Two minutes go tick by tick, the rest in strides: far ahead nothing is known to the second. */
const FINE_TICKS = 12;
const STRIDE = 3;

export interface Flows {
  /** Share of a zone's people who leave by an edge in a tick. */
  readonly hazard: Float64Array;
  /** Persons per tick that an edge can carry. */
  readonly capacity: Float64Array;
  /** Persons per tick who come over an edge from outside. */
  readonly inflow: (edge: number, ticks: number) => number;
}

/** Edges over which anybody can be expected, so that the idle half of the doors costs nothing. */
const activeEdges = ({ edges, from }: FlowNetwork, { hazard }: Flows): Int32Array =>
  Int32Array.from(
    Array.from({ length: edges }, (_, edge) => edge).filter(
      (edge) => (from[edge] ?? -1) < 0 || (hazard[edge] ?? 0) > 0,
    ),
  );

/**
 * Lets people flow on (conservation of mass on the graph), in steps of s ticks:
 *
 *   f_e = min(n_from·(1 − (1 − h_e)^s), C_e·s), scaled so that Σ out ≤ n_from and
 *   Σ in ≤ ρ_max·A_to − n_to;   n_i ← n_i − Σ out + Σ in
 *
 * @param until ticks to look ahead; outlooks beyond it say what stands there then.
 * @returns persons per zone for each outlook: at its time, or the most until then.
 */
export const rollOut = (
  network: FlowNetwork,
  start: Float64Array,
  flows: Flows,
  until: number = LONGEST_TICKS,
): Float64Array[] => {
  const { area, from, to, zones } = network;
  const { capacity, hazard, inflow } = flows;
  const active = activeEdges(network, flows);
  const strideShare = hazard.map((rate) => 1 - (1 - Math.min(1, rate)) ** STRIDE);
  const persons = Float64Array.from(start);
  const highest = Float64Array.from(start);
  const flow = new Float64Array(active.length);
  const leaving = new Float64Array(zones);
  const coming = new Float64Array(zones);
  const reached = new Map<number, { at: Float64Array; peak: Float64Array }>();
  let tick = 0;
  while (tick < until) {
    const step = tick < FINE_TICKS ? 1 : STRIDE;
    const share = step === 1 ? hazard : strideShare;
    tick += step;
    leaving.fill(0);
    coming.fill(0);
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[edge] ?? -1;
      const wanted =
        source < 0
          ? step * inflow(edge, tick - (step >> 1))
          : (share[edge] ?? 0) * (persons[source] ?? 0);
      const carried = Math.min(wanted, step * (capacity[edge] ?? 0));
      flow[index] = carried;
      if (source >= 0) leaving[source] = (leaving[source] ?? 0) + carried;
    }
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      const there = source < 0 ? 0 : (persons[source] ?? 0);
      const wanted = source < 0 ? 0 : (leaving[source] ?? 0);
      if (wanted > there) flow[index] = ((flow[index] ?? 0) * there) / wanted;
      if (target >= 0) coming[target] = (coming[target] ?? 0) + (flow[index] ?? 0);
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const room = Math.max(0, PACKED * (area[zone] ?? 0) - (persons[zone] ?? 0));
      const wanted = coming[zone] ?? 0;
      // From here on: the share of those who come that is let in.
      coming[zone] = wanted > room ? room / wanted : 1;
    }
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[edge] ?? -1;
      const target = to[edge] ?? -1;
      const passed = (flow[index] ?? 0) * (target < 0 ? 1 : (coming[target] ?? 1));
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
  const last = { at: persons, peak: highest };
  return OUTLOOKS.map(({ kind, ticks }) => (reached.get(ticks) ?? last)[kind]);
};
