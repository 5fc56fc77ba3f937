import type { VenueGraph } from '../bottleneck/venue-graph.js';
import type { Flows } from '../forecast/flow-motion.js';
import { type FlowNetwork, OUTSIDE_NODE } from '../forecast/flow-network.js';
import type { FlowPicture } from '../forecast/flow-picture.js';
import { LONGEST_TICKS } from '../forecast/horizons.js';

/** Zones around one that is explained which are run again with it, and how far off they are. */
const MOST_ZONES = 24;
const FARTHEST = 3;

/**
 * The part of a venue round one zone, as a venue of its own: what lies beyond is outside. Five
 * minutes do not reach far, and running so few zones again costs next to nothing in a large venue.
 */
export interface Neighbourhood {
  readonly network: FlowNetwork;
  /** Index in the venue of each zone here, the one explained first, and of each edge. */
  readonly zones: readonly number[];
  readonly edges: readonly number[];
  /** Index here of a venue's zone or edge. */
  readonly zoneHere: ReadonlyMap<number, number>;
  readonly edgeHere: ReadonlyMap<number, number>;
}

export const neighbourhoodOf = (graph: VenueGraph, centre: number): Neighbourhood => {
  const { from, to, area, plannedCapacity } = graph.network;
  const zoneHere = nearest(graph, centre);
  const zones = [...zoneHere.keys()];
  const edges = [...new Set(zones.flatMap((zone) => [...ways(graph, zone)]))].sort((a, b) => a - b);
  const here = (zone: number | undefined): number => zoneHere.get(zone ?? -1) ?? OUTSIDE_NODE;
  return {
    network: {
      zones: zones.length,
      edges: edges.length,
      area: Float64Array.from(zones, (zone) => area[zone] ?? 1),
      from: Int32Array.from(edges, (edge) => here(from[edge])),
      to: Int32Array.from(edges, (edge) => here(to[edge])),
      plannedCapacity: Float64Array.from(edges, (edge) => plannedCapacity[edge] ?? 0),
    },
    zones,
    edges,
    zoneHere,
    edgeHere: new Map(edges.map((edge, index) => [edge, index])),
  };
};

function* ways({ into, out }: VenueGraph, zone: number): Generator<number> {
  yield* out[zone] ?? [];
  yield* into[zone] ?? [];
}

/** The zones nearest to a centre by passages, the centre first, with their index here. */
const nearest = (graph: VenueGraph, centre: number): Map<number, number> => {
  const { from, to } = graph.network;
  const found = new Map([[centre, 0]]);
  const distance = new Map([[centre, 0]]);
  for (const [zone, away] of distance) {
    for (const edge of away < FARTHEST ? ways(graph, zone) : []) {
      for (const next of [from[edge] ?? -1, to[edge] ?? -1]) {
        if (next < 0 || distance.has(next) || found.size >= MOST_ZONES) continue;
        distance.set(next, away + 1);
        found.set(next, found.size);
      }
    }
  }
  return found;
};

/**
 * The venue's flows as they are here. Over its border people come as they do now, and go freely.
 */
export const flowsHere = (
  { edges, network }: Neighbourhood,
  { from }: FlowNetwork,
  picture: FlowPicture,
): Flows => {
  const isInside = (here: number): boolean => (network.from[here] ?? OUTSIDE_NODE) >= 0;
  // Worked out once, since it is asked at each step of each run.
  const coming = edges.map((edge, here) => {
    if (isInside(here)) return 0;
    if ((from[edge] ?? OUTSIDE_NODE) >= 0) return picture.slow[edge] ?? 0;
    return Float64Array.from({ length: LONGEST_TICKS + 1 }, (_, ticks) =>
      picture.inflow(edge, ticks),
    );
  });
  return {
    hazard: Float64Array.from(edges, (edge, here) =>
      isInside(here) ? (picture.hazard[edge] ?? 0) : 0,
    ),
    capacity: Float64Array.from(edges, (edge) => picture.capacity[edge] ?? 0),
    inflow: (here, ticks) => {
      const flow = coming[here] ?? 0;
      return typeof flow === 'number' ? flow : (flow[Math.min(ticks, LONGEST_TICKS)] ?? 0);
    },
  };
};
