import { FlowMotion } from '../forecast/flow-motion.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import type { ChangedFlows } from './changed-flows.js';
import { ExitCounter } from './exit-counter.js';
import { LeavingCrowd } from './leaving-crowd.js';
import { NOBODY, type RunRecord } from './run-record.js';
import type { WalkingGround } from './walking-ground.js';

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

/**
 * One plan under one set of circumstances, from now on. `FlowMotion` says who passes; this says who
 * wants to: those who go about their evening by the rates of the present, and those who are
 * evacuated once they stand at a door of their way out.
 */
export class PlanRun {
  readonly exits: ExitCounter;
  /** Per edge from outside: persons who wait before it. */
  readonly held: Float64Array;
  readonly #leaving: LeavingCrowd | undefined;
  readonly #step: number;
  /** Persons per step that each edge carries while nobody presses. */
  readonly #capacity: Float64Array;
  /** Per edge: whether a queue presses on it. */
  readonly #isJammed: Uint8Array;
  /** Persons per zone who go about their evening, and the share of them who leave by an edge in a step. */
  readonly #residents: Float64Array;
  readonly #residentShare: Float64Array;
  readonly #share: Float64Array;
  /** Persons who want to pass each active edge: all, and of them those who are evacuated. */
  readonly #wanted: Float64Array;
  readonly #fleeing: Float64Array;
  #motion: FlowMotion;
  #now = 0;

  constructor(
    private readonly ground: WalkingGround,
    private readonly flows: ChangedFlows,
    start: Float64Array,
    private readonly evacuated: readonly boolean[],
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
    this.#fleeing = new Float64Array(edges);
    this.#leaving = isEvacuation ? new LeavingCrowd(ground, flows.capacity) : undefined;
    this.#leaving?.setOut(start, evacuated);
    this.#motion = this.#moveOn(start);
  }

  /** Persons per zone now. */
  get persons(): Float64Array {
    return this.#motion.persons;
  }

  /** Persons of a zone who were to leave and have no open way out. */
  trapped(zone: number): number {
    const leaving = this.#leaving;
    return leaving === undefined || leaving.hasWayOut(zone) ? 0 : leaving.inZone(zone);
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
      this.#leaving?.walk(this.persons, this.#step);
      this.#want();
      this.#motion.step(1, this.#share);
      this.#settle();
      record.note(this.#now, this.#step, this.persons);
      this.exits.reach(this.#now);
      if (this.#now % LOOK_AGAIN >= this.#step) continue;
      if (this.#leaving?.isUnderWay === true) {
        this.#leaving.lookAgain(this.persons);
        this.#motion = this.#moveOn(this.persons);
      }
      yield;
    }
    this.exits.end();
  }

  /** The motion over those edges that anybody takes until people look again. */
  #moveOn(persons: Float64Array): FlowMotion {
    const ticks = this.#step / TICK_SECONDS;
    return new FlowMotion(this.ground.network, persons, {
      hazard: this.flows.hazard.map((rate, edge) =>
        rate > 0 || this.#leaving?.takes(edge) === true ? 1 : 0,
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
      const fleeing = this.#leaving?.atDoor(edge) ?? 0;
      const wanted = fleeing + (this.#residentShare[edge] ?? 0) * (this.#residents[source] ?? 0);
      this.#fleeing[index] = fleeing;
      this.#wanted[index] = wanted;
      const most = this.#isJammed[edge] === 1 ? (1 - JAM) * (this.#capacity[edge] ?? 0) : wanted;
      const there = persons[source] ?? 0;
      this.#share[edge] = there > 0 ? Math.min(wanted, most) / there : 0;
    }
  }

  /** Takes over who passed, and of which kind. */
  #settle(): void {
    const { from, to } = this.ground.network;
    const { active, passed, persons, wanted } = this.#motion;
    for (let index = 0; index < active.length; index += 1) {
      const edge = active[index] ?? 0;
      const [source, target] = [from[edge] ?? -1, to[edge] ?? -1];
      const through = passed[index] ?? 0;
      let fled = 0;
      if (source < 0) this.held[edge] = (wanted[index] ?? 0) - through;
      else {
        const asked = this.#wanted[index] ?? 0;
        fled = asked > 0 ? (through * (this.#fleeing[index] ?? 0)) / asked : 0;
        this.#residents[source] = Math.max(0, (this.#residents[source] ?? 0) - (through - fled));
        if (this.flows.isPlanned[edge] === true) this.#press(edge, asked - through);
      }
      if (fled > 0) this.#leaving?.pass(edge, fled);
      if (target < 0) this.exits.count(edge, through);
      else this.#residents[target] = (this.#residents[target] ?? 0) + (through - fled);
    }
    // Rounding may leave a hair less than nobody.
    for (let zone = 0; zone < persons.length; zone += 1) {
      if ((persons[zone] ?? 0) < 0) persons[zone] = 0;
    }
  }

  /** A queue that stands at a door lowers what it carries. @param left persons who did not get through. */
  #press(edge: number, left: number): void {
    const perSecond = (this.#capacity[edge] ?? 0) / this.#step;
    this.#isJammed[edge] = left > JAMMED * perSecond ? 1 : 0;
  }
}
