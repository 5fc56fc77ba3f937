import { distance, type Point } from '@throng/crowd';
import type { Evening } from '../evening/evening.js';
import type { Happening } from '../evening/happening.js';
import type { Random } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import type { Ground, VenueGraph, Way } from '../venue/venue-graph.js';
import type { Party, PartyStop, Resort } from './party.js';
import { resortOf } from './resort.js';
import type { RoutePlanner } from './route-planner.js';

type Surge = Extract<Happening, { kind: 'surge' }>;

/** Makes parties and tells them where to go next. */
export interface Itineraries {
  readonly resorts: readonly Resort[];
  /** A party that comes to the venue through `entrance`. */
  make(entrance: Way, ground: Ground, now: number): Party;
  /** Ends the present stop and sets the next one, or the way out. */
  moveOn(party: Party, now: number): void;
  /** The party stands at `at` on its ground: sets its walk to the next door, or to its place. */
  walkFrom(party: Party, at: Point, now: number): void;
  /** Chooses its way anew by the queues as they are. */
  reroute(party: Party, now: number): void;
  /** Goes to one place first, and on with its evening after that. */
  surge(party: Party, surge: Surge, now: number): void;
  /** Leaves by the way out that is quickest. */
  evacuate(party: Party, now: number): void;
}

/** Seconds over which people follow the beginning of a phase: standard deviation, one side. */
const HESITATION = 120;

/** How many know where it goes fast. */
const INFORMED = 0.35;

/** Metres walked for each metre of the straight way. */
const DETOUR = 1.15;

/** How many leave by the way they came. */
const GOES_BACK = 0.5;

const drawWeighted = (weights: readonly number[], random: Random): number => {
  let draw = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    draw -= weight;
    return draw < 0;
  });
  return Math.max(0, index);
};

export const createItineraries = (
  simulation: SimulatedVenue['simulation'],
  graph: VenueGraph,
  evening: Evening,
  planner: RoutePlanner,
  random: Random,
): Itineraries => {
  const resorts = simulation.places.map((place) => resortOf(place, graph));
  const exits = graph.ways.filter(({ to, from, oneWay }) =>
    to === undefined ? true : from === undefined && !oneWay,
  );
  const cameBy = new WeakMap<Party, Way>();
  const goals = new WeakMap<Party, Ground | Way>();
  const partySizes = simulation.parties ?? [1];

  const resortNamed = (id: string): Resort => {
    const resort = resorts.find((each) => each.id === id);
    if (resort === undefined) throw new RangeError(`No place "${id}".`);
    return resort;
  };

  const planEvening = (): PartyStop[] => {
    const shares = simulation.itineraries.map(({ share }) => share);
    const stops = simulation.itineraries[drawWeighted(shares, random)]?.stops ?? [];
    return stops
      .filter(({ share }) => random.chance(share ?? 1))
      .map(({ place, until, seconds }) => ({
        resort: resortNamed(place),
        until:
          until === undefined
            ? undefined
            : evening.beginOf(until) + Math.abs(HESITATION * random.normal()),
        seconds: seconds ? random.between(...seconds) : 0,
      }));
  };

  const aim = (party: Party, goal: Ground | Way, now: number): void => {
    goals.set(party, goal);
    party.routes = party.informed ? planner.quick(goal, now) : planner.habit(goal);
  };

  const nearestExit = (party: Party, now: number, quickly: boolean): Way | undefined => {
    const length = (way: Way): number => {
      const routes = quickly ? planner.quick(way, now) : planner.habit(way);
      return (routes.length[party.ground.index] ?? 0) * (1 + 0.15 * random.normal());
    };
    const lengths = exits.map(length);
    return exits[lengths.indexOf(Math.min(...lengths))];
  };

  const leave = (party: Party, now: number, quickly: boolean): void => {
    const usual = cameBy.get(party);
    const goesBack = !quickly && usual !== undefined && exits.includes(usual);
    const exit = goesBack && random.chance(GOES_BACK) ? usual : nearestExit(party, now, quickly);
    if (exit !== undefined) aim(party, exit, now);
  };

  const moveOn = (party: Party, now: number): void => {
    party.stop = party.stops.shift();
    while (party.stop?.until !== undefined && party.stop.until <= now) {
      party.stop = party.stops.shift();
    }
    if (party.stop) aim(party, party.stop.resort.ground, now);
    else leave(party, now, party.informed);
  };

  return {
    resorts,
    moveOn,
    make(entrance, ground, now) {
      const size = drawWeighted(partySizes, random) + 1;
      const pace = Math.max(0.55, 1 + 0.15 * random.normal() - 0.03 * (size - 1));
      const party: Party = {
        size,
        pace,
        informed: random.chance(INFORMED),
        stops: planEvening(),
        stop: undefined,
        routes: { next: [], length: [] },
        ground,
        state: 'at-door',
        goal: entrance.middle,
        remaining: 0,
        since: now,
        ends: Number.POSITIVE_INFINITY,
      };
      cameBy.set(party, entrance);
      moveOn(party, now);
      return party;
    },
    walkFrom(party, at, now) {
      const way = party.routes.next[party.ground.index];
      party.goal = way?.middle ?? party.stop?.resort.spot(random) ?? at;
      party.remaining = DETOUR * distance(at, party.goal);
      party.state = 'walking';
      party.since = now;
    },
    reroute(party, now) {
      const goal = goals.get(party);
      if (goal !== undefined) party.routes = planner.quick(goal, now);
    },
    surge(party, { place, until }, now) {
      if (party.stop !== undefined) party.stops.unshift(party.stop);
      party.stops.unshift({ resort: resortNamed(place), until, seconds: 0 });
      moveOn(party, now);
    },
    evacuate(party, now) {
      party.stops.length = 0;
      party.stop = undefined;
      leave(party, now, true);
    },
  };
};
