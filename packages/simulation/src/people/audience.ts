import type { Evening } from '../evening/evening.js';
import type { Happening } from '../evening/happening.js';
import type { Random } from '../random/random.js';
import { type Routes, routesTo } from '../venue/routes.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import type { Ground, VenueGraph } from '../venue/venue-graph.js';
import type { Person, PlannedStop } from './person.js';
import { type Place, placeOf, takeSpot } from './place.js';

/** Makes people and tells them where to go next. */
export interface Audience {
  arrive(id: number, ground: Ground, x: number, y: number, now: number): Person;
  /** Ends the present stop and sets the next one, or the way out. */
  moveOn(person: Person, now: number): void;
  /** Sends a share of all to one place, before they go on with their evening. */
  surge(person: Person, surge: Surge, now: number): void;
  /** Ends the evening: they leave by the nearest way out. */
  evacuate(person: Person, now: number): void;
}

type Surge = Extract<Happening, { kind: 'surge' }>;

/** Seconds over which people follow the beginning of a phase. */
const HESITATION = 90;

/** Metres by which people misjudge which exit is nearest. */
const MISJUDGED = 8;

export const createAudience = (
  { simulation }: SimulatedVenue,
  graph: VenueGraph,
  evening: Evening,
  random: Random,
): Audience => {
  const places = new Map(
    simulation.places.map((definition) => [definition.id, placeOf(definition, graph)]),
  );
  const exits = graph.ways.filter((way) => way.to === undefined).map((way) => routesTo(graph, way));

  const placeNamed = (id: string): Place => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`No place "${id}".`);
    return place;
  };

  const drawItinerary = () => {
    const total = simulation.itineraries.reduce((sum, { share }) => sum + share, 0);
    let draw = random.next() * total;
    return (
      simulation.itineraries.find(({ share }) => {
        draw -= share;
        return draw < 0;
      }) ?? simulation.itineraries[0]
    );
  };

  const planEvening = (): PlannedStop[] =>
    (drawItinerary()?.stops ?? [])
      .filter(({ share }) => random.chance(share ?? 1))
      .map(({ place, until, seconds }) => ({
        place: placeNamed(place),
        until:
          until === undefined ? undefined : evening.beginOf(until) + random.between(0, HESITATION),
        seconds: seconds ? random.between(...seconds) : 0,
      }));

  const nearestExit = (ground: Ground): Routes | undefined => {
    let [best, least] = [exits[0], Number.POSITIVE_INFINITY];
    for (const routes of exits) {
      const length = (routes.length[ground.index] ?? 0) + MISJUDGED * random.normal();
      if (length < least) [best, least] = [routes, length];
    }
    return best;
  };

  const moveOn = (person: Person, now: number): void => {
    person.stop?.place.taken.delete(person.spot);
    person.stayEnds = undefined;
    person.stop = person.stops.shift();
    while (person.stop?.until !== undefined && person.stop.until <= now) {
      person.stop = person.stops.shift();
    }
    if (person.stop) {
      person.spot = takeSpot(person.stop.place, random);
      person.routes = person.stop.place.routes;
      person.stayEnds = person.stop.until;
    } else {
      person.routes = nearestExit(person.ground) ?? person.routes;
    }
  };

  return {
    moveOn,
    surge(person, { place, share, until }, now) {
      if (!random.chance(share)) return;
      if (person.stop !== undefined) person.stops.unshift(person.stop);
      person.stops.unshift({ place: placeNamed(place), until, seconds: 0 });
      moveOn(person, now);
    },
    evacuate(person, now) {
      person.stops.length = 0;
      moveOn(person, now);
    },
    arrive(id, ground, x, y, now) {
      const person: Person = {
        id,
        x,
        y,
        heading: 0,
        speed: 0,
        walked: random.between(0, 10),
        ground,
        freeSpeed: Math.max(0.8, 1.34 + 0.2 * random.normal()),
        spacing: random.between(0.36, 0.44),
        stops: planEvening(),
        stop: undefined,
        spot: { x, y },
        routes: { next: [], length: [] },
        stayEnds: undefined,
        atDoorSince: undefined,
      };
      moveOn(person, now);
      return person;
    },
  };
};
