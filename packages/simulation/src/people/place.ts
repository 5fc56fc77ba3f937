import { toPoint, toPolygon } from '@throng/contract';
import type { Point, Polygon } from '@throng/crowd';
import type { Random } from '../random/random.js';
import { type Routes, routesTo } from '../venue/routes.js';
import type { PlaceDefinition } from '../venue/simulated-venue.js';
import type { Ground, VenueGraph } from '../venue/venue-graph.js';
import { randomPlace } from '../venue/walkable.js';

/** Somewhere to stand, with the spots that are taken. */
export interface Place {
  readonly id: string;
  readonly ground: Ground;
  readonly polygon: Polygon;
  readonly facing: Point | undefined;
  readonly routes: Routes;
  readonly taken: Set<Point>;
}

/** @throws RangeError for a place in a zone that doesn't exist. */
export const placeOf = (definition: PlaceDefinition, graph: VenueGraph): Place => {
  const ground = graph.grounds.find(({ id }) => id === definition.zone);
  if (ground === undefined) throw new RangeError(`No zone "${definition.zone}".`);
  return {
    id: definition.id,
    ground,
    polygon: definition.polygon ? toPolygon(definition.polygon) : ground.polygon,
    facing: definition.facing && toPoint(definition.facing),
    routes: routesTo(graph, ground),
    taken: new Set(),
  };
};

/** Spots looked at before choosing one. */
const CANDIDATES = 10;

/** Metres of free room beyond which more room is no better. */
const ROOMY = 1.1;

/** How many metres nearer to the stage make up for one metre less room. */
const PATIENCE = 30;

/** Near what people came to see, but not on somebody's toes. Takes the spot. */
export const takeSpot = (place: Place, random: Random): Point => {
  let best = randomPlace(place.polygon, random);
  let least = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < CANDIDATES; trial += 1) {
    const spot = randomPlace(place.polygon, random);
    let room = ROOMY;
    for (const other of place.taken) {
      room = Math.min(room, Math.hypot(other.x - spot.x, other.y - spot.y));
    }
    const way = place.facing ? Math.hypot(place.facing.x - spot.x, place.facing.y - spot.y) : 0;
    const cost = way - room * PATIENCE;
    if (cost < least) {
      least = cost;
      best = spot;
    }
  }
  place.taken.add(best);
  return best;
};
