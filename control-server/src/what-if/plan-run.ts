import { FlowMotion } from '../forecast/flow-motion.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import type { ChangedFlows } from './changed-flows.js';
import { ExitCounter } from './exit-counter.js';
import { LeavingCrowd } from './leaving-crowd.js';
import { NOBODY, type RunRecord } from './run-record.js';
import type { WalkingGround } from './walking-ground.js';
import { intake } from './walking-speed.js';

/** Seconds after which those who leave look again which way is the quickest. */
const LOOK_AGAIN = 60;

/** Share of a planned door's capacity that a jam takes: 10–20 %. */
const JAM = 0.15;

/** Seconds for which a queue keeps a door busy before it counts as a jam. */
const JAMMED = 10;

/**
 * Seconds of a step. Finer where people walk out, so that short ways stay short; coarser where a
 * venue is so large that nobody waits for its seconds.
 */
const STEP = { usual: 10, evacuation: 5 } as const;
const LARGE_STEP = { usual: 30, evacuation: 10 } as const;
const LARGE_EDGES = 2_000;

/** How those behave who are evacuated. */
export interface People {
  /** Share who look at the queues and take the freest way; the others take the nearest. */
  readonly attentive: number;
  /** Factor on the walking speed. */
  readonly pace: number;
}

/**
 * One plan under one set of circumstances, from now on. `FlowMotion` says who passes; this says who
 * wants to: those who go about their evening by the rates of the present, and those who are
 * evacuated once they stand at a door of their way out.
 */
export class PlanRun {
  readonly exits: ExitCounter;
  /** Per edge from outside: persons who wait before it. */
  readonly held: Float64Array;
  /** Those who are evacuated: those who look at the queues, and those who do not. */
  readonly #leaving: readonly LeavingCrowd[];
  readonly #step: number;
  /** Persons per step that each edge carries while nobody presses. */
  readonly #capacity: Float64Array;
  /** Per edge: whether a queue presses on it. */
  readonly #isJammed: Uint8Array;
  /** Persons per zone who go about their evening, and the share of them who leave by an edge in a step. */
  readonly #residents: Float64Array;
  readonly #residentShare: Float64Array;
  readonly #share: Float64Array;
  /** Persons who want to pass each active edge: all, and of each crowd that is evacuated. */
  readonly #wanted: Float64Array;
  readonly #fleeing: readonly Float64Array[];
  #motion: FlowMotion;
  #now = 0;

  constructor(
    private readonly ground: WalkingGround,
    private readonly flows: ChangedFlows,
    start: Float64Array,
    private readonly evacuated: readonly boolean[],
    private readonly people: People,
  ) {
    const { edges } = ground.network;
    const isEvacuation = evacuated.includes(true);
    const steps = edges > LARGE_EDGES ? LARGE_STEP : STEP;
    this.#step = isEvacuation ? steps.evacuation : steps.usual;
    const ticks = this.#step / TICK_SECONDS;
    this.#capacity = flows.capacity.map((carried) => carried * ticks);
    this.#residentShare = flows.hazard.map((rate) => 1 - (1 - Math.min(1, rate)) ** ticks);
    this.#residents = start.map((persons, zone) => (evacuated[zone] === true ? 0 : persons));
    this.exits = new ExitCounter(edges);
    this.held = new Float64Array(edges);
    this.#isJammed = new Uint8Array(edges);
    this.#share = new Float64Array(edges);
    this.#wanted = new Float64Array(edges);
    this.#leaving = isEvacuation ? this.#setOut(start) : [];
    this.#fleeing = this.#leaving.map(() => new Float64Array(edges));
    this.#motion = this.#moveOn(start);
  }

  /** Persons per zone now. */
  get persons(): Float64Array {
    return this.#motion.persons;
  }

  /** Persons of a zone who were to leave and have no open way out. */
  trapped(zone: number): number {
    return sum(this.#leaving, (crowd) => (crowd.hasWayOut(zone) ? 0 : crowd.inZone(zone)));
  }

  /**
   * Goes on until so many seconds from now, or until nobody is left to leave; pauses after every
   * minute of the run, so that whoever drives it can let others work.
   */
  *run(until: number, record: RunRecord): Generator<void, void> {
    const isAll = this.evacuated.every((each) => each);
    while (this.#now < until) {
      if (isAll && this.persons.every((count) => count < NOBODY)) break;
      this.#now += this.#step;
      for (const crowd of this.#leaving) crowd.walk(this.persons, this.#step * this.people.pace);
      this.#want();
      this.#motion.step(1, this.#share);
      this.#settle();
      record.note(this.#now, this.#step, this.persons);
      this.exits.reach(this.#now);
      if (this.#now % LOOK_AGAIN >= this.#step) continue;
      if (this.#leaving.some(({ isUnderWay }) => isUnderWay)) {
        for (const crowd of this.#leaving) crowd.lookAgain(this.persons);
        this.#motion = this.#moveOn(this.persons);
      }
      yield;
    }
    this.exits.end();
  }

  #setOut(start: Float64Array): LeavingCrowd[] {
    const { capacity } = this.flows;
    const { attentive } = this.people;
    const crowds: LeavingCrowd[] = [];
    const queues = (edge: number): number => sum(crowds, (crowd) => crowd.atDoor(edge));
    for (const [share, looks] of [
      [1 - attentive, undefined],
      [attentive, queues],
    ] as const) {
      if (share === 0) continue;
      const crowd = new LeavingCrowd(this.ground, capacity, looks);
      crowds.push(crowd);
      const leaving = start.map((persons, zone) =>
        this.evacuated[zone] === true ? share * persons : 0,
      );
      crowd.setOut(start, leaving);
    }
    return crowds;
  }

  /** The motion over those edges that anybody takes until people look again. */
  #moveOn(persons: Float64Array): FlowMotion {
    const ticks = this.#step / TICK_SECONDS;
    return new FlowMotion(this.ground.network, persons, {
      hazard: this.flows.hazard.map((rate, edge) =>
        rate > 0 || this.#leaving.some((crowd) => crowd.takes(edge)) ? 1 : 0,
      ),
      capacity: this.#capacity,
      inflow: (edge) =>
        ticks * this.flows.inflow(edge, Math.round(this.#now / TICK_SECONDS)) +
        (this.held[edge] ?? 0),
    });
  }

  #want(): void {
    const { from } = this.ground.network;
    const { active, persons } = this.#motion;
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const source = from[edge] ?? -1;
      if (source < 0) continue;
      let wanted = (this.#residentShare[edge] ?? 0) * (this.#residents[source] ?? 0);
      for (const [crowd, fleeing] of this.#fleeing.entries()) {
        const persons = this.#leaving[crowd]?.atDoor(edge) ?? 0;
        fleeing[index] = persons;
        wanted += persons;
      }
      this.#wanted[index] = wanted;
      const there = persons[source] ?? 0;
      this.#share[edge] = there > 0 ? Math.min(wanted, this.#most(edge)) / there : 0;
    }
  }

  /** Persons whom a step lets through an edge at most: fewer on a jam, and into a crowd that is dense. */
  #most(edge: number): number {
    const { isStairs, network, width } = this.ground;
    const free = this.#capacity[edge] ?? 0;
    const carried = this.#isJammed[edge] === 1 ? (1 - JAM) * free : free;
    const target = network.to[edge] ?? -1;
    if (this.#leaving.length === 0 || target < 0) return carried;
    const density = (this.persons[target] ?? 0) / (network.area[target] ?? 1);
    const taken = intake(density, isStairs[target] === true) * (width[edge] ?? 0) * this.#step;
    return Math.min(carried, taken);
  }

  /** Takes over who passed, and of which kind. */
  #settle(): void {
    const { from, to } = this.ground.network;
    const { active, passed, wanted } = this.#motion;
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const [source, target] = [from[edge] ?? -1, to[edge] ?? -1];
      const through = passed[index] ?? 0;
      let fled = 0;
      if (source < 0) this.held[edge] = (wanted[index] ?? 0) - through;
      else {
        const asked = this.#wanted[index] ?? 0;
        if (this.flows.isPlanned[edge] === true) this.#press(edge, asked - through);
        if (asked === 0) continue;
        fled = this.#flee(index, edge, through / asked);
        this.#residents[source] = Math.max(0, (this.#residents[source] ?? 0) - (through - fled));
      }
      if (target < 0) this.exits.count(edge, through);
      else this.#residents[target] = (this.#residents[target] ?? 0) + (through - fled);
    }
  }

  /** So large a part of those who are evacuated and stand at a door go through it. @returns how many. */
  #flee(index: number, edge: number, part: number): number {
    let fled = 0;
    for (const [crowd, fleeing] of this.#fleeing.entries()) {
      const persons = part * (fleeing[index] ?? 0);
      if (persons === 0) continue;
      this.#leaving[crowd]?.pass(edge, persons);
      fled += persons;
    }
    return fled;
  }

  /** A queue that stands at a door lowers what it carries. @param left persons who did not get through. */
  #press(edge: number, left: number): void {
    const perSecond = (this.#capacity[edge] ?? 0) / this.#step;
    this.#isJammed[edge] = left > JAMMED * perSecond ? 1 : 0;
  }
}

const sum = <Each>(all: readonly Each[], of: (each: Each) => number): number =>
  all.reduce((total, each) => total + of(each), 0);
