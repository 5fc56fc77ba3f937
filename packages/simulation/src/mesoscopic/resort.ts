import { toPolygon } from '@throng/contract';
import type { PlaceDefinition } from '../venue/simulated-venue.js';
import type { VenueGraph } from '../venue/venue-graph.js';
import { randomPlace } from '../venue/walkable.js';
import type { Resort } from './party.js';

/** @throws RangeError for a place in a zone that doesn't exist. */
export const resortOf = (definition: PlaceDefinition, graph: VenueGraph): Resort => {
  const ground = graph.grounds.find(({ id }) => id === definition.zone);
  if (ground === undefined) throw new RangeError(`No zone "${definition.zone}".`);
  const polygon = definition.polygon ? toPolygon(definition.polygon) : ground.polygon;
  return {
    id: definition.id,
    ground,
    counters: definition.counters,
    line: [],
    atCounters: 0,
    spot: (random) => randomPlace(polygon, random),
  };
};

/** Calls those to the counters for whom there is one. */
export const serve = (resort: Resort, now: number): void => {
  while (resort.counters !== undefined && resort.atCounters < resort.counters) {
    const next = resort.line.shift();
    if (next === undefined) return;
    resort.atCounters += 1;
    next.state = 'served';
    next.since = now;
    next.ends = now + (next.stop?.seconds ?? 0);
  }
};
