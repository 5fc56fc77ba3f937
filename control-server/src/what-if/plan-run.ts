import { FlowMotion } from '../forecast/flow-motion.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import type { ChangedFlows } from './changed-flows.js';
import { ExitCounter } from './exit-counter.js';
import { NOBODY, type RunRecord } from './run-record.js';
import { Walkers } from './walkers.js';
import type { WalkingGround } from './walking-ground.js';
import { walkingSpeed } from './walking-speed.js';
import { secondsOut, shareDoors } from './ways-out.js';

/** Seconds after which those who leave look again which way is the quickest. */
const LOOK_AGAIN = 60;

/** Share of a planned door's capacity that a jam takes: 10–20 %. */
const JAM = 0.15;

/** Ticks for which a queue keeps a door busy before it counts as a jam. */
const JAMMED = 1;

/** Ticks of one step: finer where people walk out, so that short ways stay short. */
const STEP = { usual: 1, evacuation: 0.5 } as const;

/**
 * One plan under one set of circumstances, from now on. `FlowMotion` says who passes; this says who
 * wants to: those who go about their evening by the rates of the present, those who are evacuated
 * once they have walked to a door of their quickest way out.
 */
export class PlanRun {
  readonly exits: ExitCounter;
  /** Per edge from outside: persons who wait before it. */
  readonly held: Float64Array;
  readonly #motion: FlowMotion;
  readonly #walkers: Walkers;
  readonly #capacity: Float64Array;
  /** Persons per zone who go about their evening. */
  readonly #residents: Float64Array;
  readonly #residentShare: Float64Array;
  readonly #share: Float64Array;
  /** Persons who want to pass each active edge and are being evacuated. */
  readonly #fleeing: Float64Array;
  /** Per edge: share of a zone's evacuated who take it, and metres from it to the next door. */
  readonly #doorShare: Float64Array;
  readonly #onward: Float64Array;
  readonly #seconds: Float64Array;
  readonly #speed: Float64Array;
  readonly #isEvacuation: boolean;
  readonly #step: number;
  #now = 0;

  constructor(
    private readonly ground: WalkingGround,
    private readonly flows: ChangedFlows,
    start: Float64Array,
    private readonly evacuated: readonly boolean[],
  ) {
    const { network } = ground;
    this.#isEvacuation = evacuated.includes(true);
    this.#step = this.#isEvacuation ? STEP.evacuation : STEP.usual;
    this.#capacity = Float64Array.from(flows.capacity);
    this.exits = new ExitCounter(network.edges);
    this.held = new Float64Array(network.edges);
    this.#motion = new FlowMotion(network, start, {
      // Edges that are open to whoever is evacuated may be passed, whoever used them before.
      hazard: this.#isEvacuation
        ? flows.capacity.map((carried) => (carried > 0 ? 1 : 0))
        : flows.hazard,
      capacity: this.#capacity,
      inflow: (edge, ticks) =>
        flows.inflow(edge, Math.round(ticks)) + (this.held[edge] ?? 0) / this.#step,
    });
    this.#residents = start.map((persons, zone) => (evacuated[zone] === true ? 0 : persons));
    this.#residentShare = flows.hazard.map((rate) => 1 - (1 - Math.min(1, rate)) ** this.#step);
    this.#share = new Float64Array(network.edges);
    this.#fleeing = new Float64Array(this.#motion.active.length);
    this.#doorShare = new Float64Array(network.edges);
    this.#onward = new Float64Array(network.edges);
    this.#seconds = new Float64Array(network.zones);
    this.#speed = new Float64Array(network.zones).fill(1);
    this.#walkers = new Walkers(longestWays(ground));
    if (this.#isEvacuation) this.#setOut(start);
  }

  /** Persons per zone now. */
  get persons(): Float64Array {
    return this.#motion.persons;
  }

  /** Persons of a zone who were to leave and have no open way out. */
  trapped(zone: number): number {
    const hasWay = Number.isFinite(this.#seconds[zone] ?? 0);
    return this.#isEvacuation && !hasWay ? this.#fleeingIn(zone) : 0;
  }

  /** Goes on until so many seconds from now, or until nobody is left to leave. */
  run(until: number, record: RunRecord): void {
    const { persons } = this.#motion;
    const seconds = this.#step * TICK_SECONDS;
    const isAll = this.evacuated.every((each) => each);
    while (this.#now < until) {
      if (isAll && persons.every((count) => count < NOBODY)) break;
      this.#now += seconds;
      this.#advance();
      record.note(this.#now, seconds, persons);
      this.exits.reach(this.#now);
      if (this.#isEvacuation && this.#now % LOOK_AGAIN < seconds) this.#lookAgain();
    }
    this.exits.end();
  }

  #setOut(start: Float64Array): void {
    this.#lookAgain();
    for (const [zone, persons] of start.entries()) {
      if (this.evacuated[zone] !== true) continue;
      let farthest = 0;
      for (const edge of this.ground.leaving[zone] ?? []) {
        farthest += (this.#doorShare[edge] ?? 0) * (this.ground.reach[edge] ?? 0);
      }
      this.#walkers.setOutAllOver(zone, persons, farthest);
    }
    this.#lookAgain();
  }

  /** Everybody who leaves learns which doors are the quickest now. */
  #lookAgain(): void {
    const { ground } = this;
    this.#walkAt();
    const conditions = {
      capacity: this.flows.capacity,
      speed: this.#speed,
      waiting: (edge: number) =>
        (this.#doorShare[edge] ?? 0) * (this.#walkers.atDoor[ground.network.from[edge] ?? 0] ?? 0),
    };
    this.#seconds.set(secondsOut(ground, conditions));
    for (let zone = 0; zone < ground.network.zones; zone += 1) {
      const fleeing = this.#fleeingIn(zone);
      shareDoors(ground, conditions, this.#seconds, zone, fleeing, this.#doorShare);
    }
    for (let edge = 0; edge < ground.network.edges; edge += 1) {
      if ((this.#doorShare[edge] ?? 0) > 0) this.#onward[edge] = this.#metresOn(edge);
    }
  }

  /** Metres from an edge's door through the zone behind it, to the doors that are taken there. */
  #metresOn(edge: number): number {
    const { doors, leaving, network } = this.ground;
    const door = doors[edge] ?? { x: 0, y: 0 };
    let metres = 0;
    for (const next of leaving[network.to[edge] ?? -1] ?? []) {
      const share = this.#doorShare[next] ?? 0;
      if (share === 0) continue;
      const there = doors[next] ?? door;
      metres += share * Math.hypot(there.x - door.x, there.y - door.y);
    }
    return metres;
  }

  #fleeingIn(zone: number): number {
    return (this.#walkers.atDoor[zone] ?? 0) + (this.#walkers.walking[zone] ?? 0);
  }

  #walkAt(): void {
    const { isStairs, network } = this.ground;
    for (let zone = 0; zone < network.zones; zone += 1) {
      const density = (this.persons[zone] ?? 0) / (network.area[zone] ?? 1);
      this.#speed[zone] = walkingSpeed(density, isStairs[zone] === true);
    }
  }

  #advance(): void {
    if (this.#isEvacuation) {
      this.#walkAt();
      for (let zone = 0; zone < this.ground.network.zones; zone += 1) {
        this.#walkers.walk(zone, (this.#speed[zone] ?? 0) * this.#step * TICK_SECONDS);
      }
    }
    this.#want();
    this.#motion.step(this.#step, this.#share);
    this.#settle();
  }

  #want(): void {
    const { from } = this.ground.network;
    const { active, persons } = this.#motion;
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[edge] ?? -1;
      if (source < 0) continue;
      const fleeing = (this.#doorShare[edge] ?? 0) * (this.#walkers.atDoor[source] ?? 0);
      const leaving = (this.#residentShare[edge] ?? 0) * (this.#residents[source] ?? 0);
      const there = persons[source] ?? 0;
      this.#fleeing[index] = fleeing;
      this.#share[edge] = there > 0 ? (fleeing + leaving) / there : 0;
    }
  }

  /** Takes over who passed, and of which kind. */
  #settle(): void {
    const { from, to } = this.ground.network;
    const { active, passed, wanted } = this.#motion;
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const [source, target] = [from[edge] ?? -1, to[edge] ?? -1];
      const through = passed[index] ?? 0;
      const asked = wanted[index] ?? 0;
      const fled = asked > 0 ? (through * (this.#fleeing[index] ?? 0)) / asked : 0;
      if (source < 0) this.held[edge] = asked - through;
      else {
        this.#walkers.atDoor[source] = Math.max(0, (this.#walkers.atDoor[source] ?? 0) - fled);
        this.#residents[source] = Math.max(0, (this.#residents[source] ?? 0) - (through - fled));
      }
      if (target < 0) this.exits.count(edge, through);
      else {
        this.#residents[target] = (this.#residents[target] ?? 0) + (through - fled);
        if (fled > 0) this.#walkers.setOut(target, fled, this.#onward[edge] ?? 0);
      }
      if (this.flows.isPlanned[edge] === true) this.#press(edge, asked - through);
    }
  }

  /** A queue that stands at a door lowers what it carries. */
  #press(edge: number, left: number): void {
    const free = this.flows.capacity[edge] ?? 0;
    this.#capacity[edge] = left > JAMMED * free ? (1 - JAM) * free : free;
  }
}

const longestWays = ({ leaving, network, reach }: WalkingGround): Float64Array =>
  Float64Array.from({ length: network.zones }, (_, zone) =>
    Math.max(0, ...(leaving[zone] ?? []).map((edge) => reach[edge] ?? 0)),
  );
