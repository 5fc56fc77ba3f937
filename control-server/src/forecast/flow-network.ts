import { doorSpecificFlow } from '@throng/crowd';
import { TICK_SECONDS } from './horizons.js';

/**
 * The venue as a graph: zones are nodes, and each passage is two directed edges, 2p along its
 * `in` (from → to) and 2p + 1 against it. −1 is outside. Typed arrays, for thousands of passages.
 */
export interface FlowNetwork {
  readonly zones: number;
  readonly edges: number;
  /** m² per zone. */
  readonly area: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Persons per tick that an edge can be planned to carry: 1.37 /(s·m) of effective width. */
  readonly plannedCapacity: Float64Array;
}

export interface NetworkZone {
  readonly id: string;
  /** m² */
  readonly area: number;
}

export interface NetworkPassage {
  readonly from: string;
  readonly to: string;
  /** Effective width, metres. */
  readonly width: number;
}

export const OUTSIDE_NODE = -1;

export const flowNetwork = (
  zones: readonly NetworkZone[],
  passages: readonly NetworkPassage[],
): FlowNetwork => {
  const index = new Map(zones.map(({ id }, zone) => [id, zone]));
  const node = (id: string): number => index.get(id) ?? OUTSIDE_NODE;
  const edges = passages.flatMap(({ from, to, width }) => [
    { from: node(from), to: node(to), width },
    { from: node(to), to: node(from), width },
  ]);
  return {
    zones: zones.length,
    edges: edges.length,
    area: Float64Array.from(zones, ({ area }) => area),
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    plannedCapacity: Float64Array.from(
      edges,
      ({ width }) => doorSpecificFlow.usual * width * TICK_SECONDS,
    ),
  };
};
