import type { Identifier, ZoneDefinition } from '@throng/contract';
import type { FlowNetwork } from '../forecast/flow-network.js';
import { networkOf } from '../forecast/observe-tick.js';
import { ofPlan } from '../venue-plan/of-plan.js';

/** The venue's flow network with its ways by zone, and its names. */
export interface VenueGraph {
  readonly network: FlowNetwork;
  /** Edges that lead out of each zone, and into it, by rising index. */
  readonly out: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
  readonly zones: readonly { readonly id: Identifier; readonly kind: ZoneDefinition['kind'] }[];
  readonly passages: readonly Identifier[];
}

/** Edge 2p is passage p along from → to, 2p + 1 against. */
export const passageOf = (edge: number): number => edge >> 1;
export const opposite = (edge: number): number => edge ^ 1;

/** The graph of a plan. */
export const graphOf = ofPlan((plan) =>
  buildGraph(
    networkOf(plan),
    plan.zones.map(({ definition }) => definition),
    plan.venue.passages.map(({ id }) => id),
  ),
);

export const buildGraph = (
  network: FlowNetwork,
  zones: VenueGraph['zones'],
  passages: VenueGraph['passages'],
): VenueGraph => {
  const out: number[][] = zones.map(() => []);
  const into: number[][] = zones.map(() => []);
  for (let edge = 0; edge < network.edges; edge += 1) {
    out[network.from[edge] ?? -1]?.push(edge);
    into[network.to[edge] ?? -1]?.push(edge);
  }
  return { network, out, into, zones, passages };
};
