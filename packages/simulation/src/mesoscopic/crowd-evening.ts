import { type Evening, eveningOf } from '../evening/evening.js';
import { drawHappenings, type Happening } from '../evening/happening.js';
import type { Truth } from '../evening/truth.js';
import { createTruthKeeper } from '../evening/truth-keeper.js';
import { createRandom, mixSeed } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import { type Ground, otherEnd, venueGraph } from '../venue/venue-graph.js';
import { createCrowding } from './crowding.js';
import { createGate } from './gate.js';
import { createItineraries } from './itineraries.js';
import type { Party } from './party.js';
import { serve } from './resort.js';
import { createRoutePlanner } from './route-planner.js';
import { createStreet } from './street.js';
import { varyEvening } from './vary-evening.js';

/**
 * An evening of a whole crowd, party by party over zones and doors: no places of single people, so
 * that hours pass in seconds. The same venue and seed give the same evening.
 */
export interface CrowdEvening {
  /** Seconds since the doors opened. */
  readonly time: number;
  readonly evening: Evening;
  /** Goes on by whole seconds; one truth for each. */
  advance(seconds: number): Truth[];
}

const STEP = 1;

/** Seconds between two looks at other ways, and the wait from which anybody looks. */
const LOOK = { every: 20, patience: 75, share: 0.3 } as const;

const OUTDOORS = { intake: Number.POSITIVE_INFINITY, room: Number.POSITIVE_INFINITY };

/** @throws RangeError for a venue that `parseSimulatedVenue` would refuse. */
export const createCrowdEvening = (venue: SimulatedVenue, seed: number): CrowdEvening => {
  const stream = (number: number) => createRandom(mixSeed(seed, 100 + number));
  const graph = venueGraph(venue);
  const simulation = varyEvening(venue.simulation, stream(1));
  const evening = eveningOf({ simulation }, drawHappenings(simulation.incidents ?? [], stream(2)));
  const [crowdDraws, gateDraws, choices] = [stream(3), stream(4), stream(5)];
  const crowds = graph.grounds.map((ground, index) =>
    createCrowding(ground, venue.venue.zones[index]?.kind ?? 'walkway', crowdDraws),
  );
  const gates = graph.ways.map((way) => createGate(way, gateDraws));
  const planner = createRoutePlanner(graph, gates);
  const itineraries = createItineraries(simulation, graph, evening, planner, choices);
  const densityOf = (ground: Ground): number => (crowds[ground.index]?.persons ?? 0) / ground.area;
  const street = createStreet(simulation, evening, gates, itineraries, densityOf, stream(6));
  const keeper = createTruthKeeper(graph, gates);
  let parties: Party[] = [];
  const gone = new Set<Party>();
  let time = 0;

  const crowdOn = (ground: Ground | undefined) =>
    ground === undefined ? OUTDOORS : (crowds[ground.index] ?? OUTDOORS);

  const count = (ground: Ground, persons: number): void => {
    const crowd = crowds[ground.index];
    if (crowd === undefined) return;
    crowd.persons += persons;
    crowd.room -= persons;
  };

  /** At the end of a walk: to the door's queue, to the counter's line, or there. */
  const arrive = (party: Party): void => {
    const way = party.routes.next[party.ground.index];
    party.since = time;
    if (way !== undefined) {
      const gate = gates[way.index];
      party.state = 'at-door';
      (way.from === party.ground ? gate?.forward : gate?.back)?.push(party);
      return;
    }
    const { stop } = party;
    if (stop?.resort.counters !== undefined) {
      party.state = 'in-line';
      stop.resort.line.push(party);
      return;
    }
    party.state = 'staying';
    party.ends =
      stop === undefined ? Number.POSITIVE_INFINITY : (stop.until ?? time + stop.seconds);
  };

  const goOn = (party: Party): void => {
    if (party.state === 'served' && party.stop) party.stop.resort.atCounters -= 1;
    itineraries.moveOn(party, time);
    itineraries.walkFrom(party, party.goal, time);
  };

  /** Takes a party out of the queue or line it waits in, to go elsewhere. */
  const stepOut = (party: Party): void => {
    for (const queue of [
      ...gates.flatMap(({ forward, back }) => [forward, back]),
      ...itineraries.resorts.map(({ line }) => line),
    ]) {
      const index = queue.indexOf(party);
      if (index >= 0) queue.splice(index, 1);
    }
    if (party.state === 'served' && party.stop) party.stop.resort.atCounters -= 1;
  };

  const happen = (happening: Happening): void => {
    if (happening.kind === 'opening') {
      const { passage, capacity } = happening;
      gates.find(({ way }) => way.id === passage)?.setOpening(capacity);
      return;
    }
    if (happening.kind === 'evacuation') street.close();
    for (const party of parties) {
      if (happening.kind === 'surge' && !choices.chance(happening.share)) continue;
      stepOut(party);
      if (happening.kind === 'surge') itineraries.surge(party, happening, time);
      else itineraries.evacuate(party, time);
      itineraries.walkFrom(party, party.goal, time);
    }
  };

  const pass = (party: Party, forward: boolean, gate: (typeof gates)[number]): void => {
    const from = forward ? gate.way.from : gate.way.to;
    const to = otherEnd(gate.way, from);
    if (from === undefined) parties.push(party);
    else count(from, -party.size);
    if (to === undefined) {
      gone.add(party);
      return;
    }
    count(to, party.size);
    party.ground = to;
    itineraries.walkFrom(party, gate.way.middle, time);
  };

  /** Some of those who wait long, or know better, try another way. */
  const lookRound = (): void => {
    for (const gate of gates) {
      for (const queue of [gate.forward, gate.back]) {
        for (const party of queue.slice(1)) {
          if (gate.way.from === undefined && queue === gate.forward) continue;
          const tired = time - party.since > LOOK.patience;
          if (!(party.informed || tired) || !choices.chance(LOOK.share)) continue;
          itineraries.reroute(party, time);
          if (party.routes.next[party.ground.index] === gate.way) continue;
          queue.splice(queue.indexOf(party), 1);
          itineraries.walkFrom(party, gate.way.middle, time);
        }
      }
    }
  };

  const step = (): Truth => {
    const before = time;
    time += STEP;
    for (const happening of evening.happeningsBetween(before, time)) happen(happening);
    for (const crowd of crowds) crowd.update(STEP);
    for (const party of parties) {
      if (party.state === 'walking') {
        party.remaining -= (crowds[party.ground.index]?.speed ?? 1) * party.pace * STEP;
        if (party.remaining <= 0) arrive(party);
      } else if (party.ends <= time && (party.state === 'staying' || party.state === 'served')) {
        goOn(party);
      }
    }
    for (const resort of itineraries.resorts) serve(resort, time);
    for (const gate of gates) {
      gate.serve(STEP, crowdOn, (party, forward) => pass(party, forward, gate));
    }
    if (gone.size > 0) {
      parties = parties.filter((party) => !gone.has(party));
      gone.clear();
    }
    if (time % LOOK.every === 0) lookRound();
    street.step(time, STEP);
    const counts = crowds.map(({ persons }) => persons);
    return keeper.record(time, evening.phaseAt(time).id, counts, street.waiting);
  };

  return {
    evening,
    get time() {
      return time;
    },
    advance: (seconds) => Array.from({ length: Math.round(seconds / STEP) }, step),
  };
};
