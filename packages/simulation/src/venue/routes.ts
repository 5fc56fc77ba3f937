import {
  type Ground,
  leavesFrom,
  otherEnd,
  type VenueGraph,
  type Way,
  wayLength,
} from './venue-graph.js';

/** For every ground the first way of the shortest route to one destination, and its length in metres (or its cost). */
export interface Routes {
  readonly next: readonly (Way | undefined)[];
  readonly length: readonly number[];
}

/**
 * Shortest routes to a ground, or out through one way (Bellman–Ford: venues are small).
 *
 * @param cost of taking a way from a ground; its length in metres where not given.
 */
export const routesTo = (
  graph: VenueGraph,
  destination: Ground | Way,
  cost: (way: Way, ground: Ground) => number = wayLength,
): Routes => {
  const next: (Way | undefined)[] = graph.grounds.map(() => undefined);
  const length: number[] = graph.grounds.map(() => Number.POSITIVE_INFINITY);
  if ('sides' in destination) {
    length[destination.index] = 0;
  } else {
    const inner = destination.from ?? destination.to;
    if (inner !== undefined) {
      length[inner.index] = cost(destination, inner);
      next[inner.index] = destination;
    }
  }
  for (let round = 0; round < graph.grounds.length; round += 1) {
    let changed = false;
    for (const ground of graph.grounds) {
      for (const way of graph.ways) {
        if (!leavesFrom(way, ground)) continue;
        const beyond = otherEnd(way, ground);
        if (beyond === undefined) continue;
        const total = (length[beyond.index] ?? Number.POSITIVE_INFINITY) + cost(way, ground);
        if (total < (length[ground.index] ?? 0) - 1e-9) {
          length[ground.index] = total;
          next[ground.index] = way;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  return { next, length };
};
