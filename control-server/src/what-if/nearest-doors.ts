import { distance } from '@throng/crowd';
import type { WalkingGround } from './walking-ground.js';
import { secondsOut } from './ways-out.js';

/**
 * Share of each zone's people to whom an edge's door is on the shortest way out, per edge: they stand
 * evenly spread, walk straight, and look at no queue. The shares of a zone add up to 1, or are all 0
 * where no open way leads out.
 *
 * @param capacity persons per tick that each edge carries; 0 where it is closed.
 */
export const nearestDoors = (ground: WalkingGround, capacity: Float64Array): Float64Array => {
  const { doors, leaving, network, places } = ground;
  // At 1 m/s seconds are metres.
  const speed = new Float64Array(network.zones).fill(1);
  const metres = secondsOut(ground, { capacity, speed, waiting: () => 0 });
  const after = (edge: number): number => {
    const target = network.to[edge] ?? -1;
    return target < 0 ? 0 : (metres[target] ?? 0);
  };
  const share = new Float64Array(network.edges);
  for (const [zone, spread] of places.entries()) {
    const own = metres[zone] ?? 0;
    const open = (leaving[zone] ?? []).filter(
      (edge) => (capacity[edge] ?? 0) > 0 && after(edge) < own,
    );
    if (open.length === 0) continue;
    for (const place of spread) {
      let [nearest, least] = [0, Number.POSITIVE_INFINITY];
      for (const edge of open) {
        const way = distance(place, doors[edge] ?? place) + after(edge);
        if (way < least) [nearest, least] = [edge, way];
      }
      share[nearest] = (share[nearest] ?? 0) + 1 / spread.length;
    }
  }
  return share;
};
