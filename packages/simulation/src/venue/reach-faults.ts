import type { Fault } from '@throng/contract';
import { routesTo } from './routes.js';
import type { SimulatedVenue } from './simulated-venue.js';
import { type Ground, leavesFrom, type VenueGraph, venueGraph } from './venue-graph.js';

/** Grounds that people come to: those behind an entrance, and all that lie beyond. */
const reachedFrom = (graph: VenueGraph, begin: Ground): Set<Ground> => {
  const reached = new Set([begin]);
  for (const ground of reached) {
    for (const way of graph.ways) {
      if (!leavesFrom(way, ground)) continue;
      const beyond = way.from === ground ? way.to : way.from;
      if (beyond !== undefined) reached.add(beyond);
    }
  }
  return reached;
};

/**
 * Dead corners, in a file that is otherwise sound: places that no itinerary can get to from some
 * entrance, and zones from which nobody finds out again.
 */
export const reachFaults = (venue: SimulatedVenue): Fault[] => {
  const { simulation } = venue;
  const graph = venueGraph(venue);
  const exits = graph.ways.filter((way) =>
    graph.grounds.some((ground) => leavesFrom(way, ground) && (way.from && way.to) === undefined),
  );
  const routesOut = exits.map((way) => routesTo(graph, way));
  const faults: Fault[] = [];
  for (const [index, { passage }] of simulation.entrances.entries()) {
    const begin = graph.ways.find(({ id }) => id === passage)?.to;
    if (begin === undefined) continue;
    const reached = reachedFrom(graph, begin);
    const path = `/simulation/entrances/${index}/passage`;
    for (const { id, zone } of simulation.places) {
      if ([...reached].some((ground) => ground.id === zone)) continue;
      const message = `no way leads from "${passage}" to place "${id}"; add a passage, or take "oneWay" from one`;
      faults.push({ path, message });
    }
    for (const ground of reached) {
      if (routesOut.some(({ length }) => Number.isFinite(length[ground.index]))) continue;
      const message = `who comes in by "${passage}" never gets out of "${ground.id}"; add a passage to "outside"`;
      faults.push({ path, message });
    }
  }
  return faults;
};
