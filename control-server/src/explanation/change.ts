import type { Flows } from '../forecast/flow-motion.js';
import type { FlowNetwork } from '../forecast/flow-network.js';

/** What is different when it is run again. Edges and zones of the network that runs. */
export type Change =
  /** Over the edge go no more than so many persons per tick. */
  | { readonly kind: 'hold'; readonly edge: number; readonly perTick: number }
  /** Over the edge can go so many persons per tick, and those who wait before it now do. */
  | { readonly kind: 'release'; readonly edge: number; readonly perTick: number }
  /** The zone takes people in, however full it is. */
  | { readonly kind: 'make-room'; readonly zone: number };

/** Persons below which a zone's exit rate is not blown up by dividing by almost nobody. */
const FEW = 2;

export interface Run {
  readonly network: FlowNetwork;
  readonly flows: Flows;
}

/**
 * A run under changed circumstances. A door that is released carries h = perTick/n of the zone's n
 * people per tick: all that it can while as many wait as now, and fewer as they get fewer.
 */
export const withChanges = (
  { network, flows }: Run,
  persons: Float64Array,
  changes: readonly Change[],
): Run => {
  const capacity = Float64Array.from(flows.capacity);
  const hazard = Float64Array.from(flows.hazard);
  const area = Float64Array.from(network.area);
  for (const change of changes) {
    if (change.kind === 'make-room') {
      area[change.zone] = Number.MAX_SAFE_INTEGER;
      continue;
    }
    const { edge, perTick } = change;
    const now = capacity[edge] ?? 0;
    if (change.kind === 'hold') {
      capacity[edge] = Math.min(now, perTick);
      continue;
    }
    const source = network.from[edge] ?? -1;
    capacity[edge] = Math.max(now, perTick);
    if (source < 0) continue;
    const share = Math.min(1, perTick / Math.max(FEW, persons[source] ?? 0));
    hazard[edge] = Math.max(hazard[edge] ?? 0, share);
  }
  return { network: { ...network, area }, flows: { ...flows, capacity, hazard } };
};
