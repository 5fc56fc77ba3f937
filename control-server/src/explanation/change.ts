import type { Flows } from '../forecast/flow-motion.js';
import type { FlowNetwork } from '../forecast/flow-network.js';

/** What is different when it is run again. Edges and zones of the network that runs. */
export type Change =
  /** Of those who would go over the edge only this share does. */
  | { readonly kind: 'thin'; readonly edge: number; readonly share: number }
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
 * A run under changed circumstances. A way that is thinned carries f' = share·f, whatever bounds f.
 * A door that is released carries h = perTick/n of the zone's n people per tick: all that it can
 * while as many wait as now, and fewer as they get fewer.
 */
export const withChanges = (
  { network, flows }: Run,
  persons: Float64Array,
  changes: readonly Change[],
): Run => {
  const capacity = Float64Array.from(flows.capacity);
  const hazard = Float64Array.from(flows.hazard);
  const area = Float64Array.from(network.area);
  const shares = new Map<number, number>();
  for (const change of changes) {
    switch (change.kind) {
      case 'make-room':
        area[change.zone] = Number.MAX_SAFE_INTEGER;
        break;
      case 'thin': {
        const { edge, share } = change;
        capacity[edge] = share * (capacity[edge] ?? 0);
        hazard[edge] = share * (hazard[edge] ?? 0);
        shares.set(edge, share);
        break;
      }
      case 'release': {
        const { edge, perTick } = change;
        const waiting = persons[network.from[edge] ?? -1] ?? 0;
        const leaving = Math.min(1, perTick / Math.max(FEW, waiting));
        capacity[edge] = Math.max(capacity[edge] ?? 0, perTick);
        hazard[edge] = Math.max(hazard[edge] ?? 0, leaving);
        break;
      }
    }
  }
  const thinned: Flows['inflow'] = (edge, ticks) =>
    (shares.get(edge) ?? 1) * flows.inflow(edge, ticks);
  const inflow = shares.size === 0 ? flows.inflow : thinned;
  return { network: { ...network, area }, flows: { capacity, hazard, inflow } };
};
