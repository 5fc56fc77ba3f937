import { nearestDoors } from './nearest-doors.js';
import { NOBODY } from './run-record.js';
import { Walkers } from './walkers.js';
import { DETOUR, type WalkingGround } from './walking-ground.js';
import { walkingSpeed } from './walking-speed.js';
import { secondsOut, shareDoors } from './ways-out.js';

/** What a crowd that leaves knows of the queues: those before each edge's door, its own and all others'. */
export type Queues = (edge: number) => number;

/**
 * Those who have to leave: where they walk, at which doors they stand, and which way they take.
 * Either they look at the queues and go where they are out the soonest, or they take the nearest way
 * whatever stands before it.
 */
export class LeavingCrowd {
  readonly #walkers: Walkers;
  /** Per edge: share of a zone's leaving people who take it. */
  readonly #doorShare: Float64Array;
  /** Per edge: metres from its door to the doors that are taken in the zone behind it. */
  readonly #onward: Float64Array;
  /** Seconds out of each zone, as it looked last. */
  #seconds: Float64Array;
  readonly #speed: Float64Array;
  #hasLooked = false;

  /**
   * @param capacity persons per tick that each edge carries; 0 where it is closed.
   * @param queues what they look at; undefined where they look at none.
   */
  constructor(
    private readonly ground: WalkingGround,
    private readonly capacity: Float64Array,
    private readonly queues: Queues | undefined,
  ) {
    const { edges, zones } = ground.network;
    this.#walkers = new Walkers(longestWays(ground));
    this.#doorShare =
      queues === undefined ? nearestDoors(ground, capacity) : new Float64Array(edges);
    this.#onward = new Float64Array(edges);
    this.#seconds = new Float64Array(zones);
    this.#speed = new Float64Array(zones);
  }

  /**
   * They set out, wherever they stand.
   * @param persons in each zone, all of them. @param leaving of these, who belong to this crowd.
   */
  setOut(persons: Float64Array, leaving: Float64Array): void {
    this.lookAgain(persons, (zone) => leaving[zone] ?? 0);
    for (const [zone, count] of leaving.entries()) {
      if (count === 0) continue;
      let farthest = 0;
      for (const edge of this.ground.leaving[zone] ?? []) {
        farthest += (this.#doorShare[edge] ?? 0) * (this.ground.reach[edge] ?? 0);
      }
      this.#walkers.setOutAllOver(zone, count, farthest);
    }
  }

  /**
   * They look which doors are the quickest now; who does not look at queues keeps to the nearest.
   * @param persons in each zone, all of them.
   */
  lookAgain(persons: Float64Array, inZone = (zone: number): number => this.inZone(zone)): void {
    const { capacity, ground, queues } = this;
    if (queues === undefined && this.#hasLooked) return;
    this.#hasLooked = true;
    const { edges, zones } = ground.network;
    for (let zone = 0; zone < zones; zone += 1) this.#slow(zone, persons);
    const conditions = { capacity, speed: this.#speed, waiting: queues ?? (() => 0) };
    this.#seconds = secondsOut(ground, conditions);
    if (queues !== undefined) {
      const others = (edge: number): number => Math.max(0, queues(edge) - this.atDoor(edge));
      for (let zone = 0; zone < zones; zone += 1) {
        const own = inZone(zone);
        shareDoors(ground, conditions, this.#seconds, zone, own, others, this.#doorShare);
      }
    }
    for (let edge = 0; edge < edges; edge += 1) {
      if (this.takes(edge)) this.#onward[edge] = this.#metresOn(edge);
    }
  }

  /** Whether anybody is still to leave. */
  get isUnderWay(): boolean {
    return this.#seconds.some((_, zone) => this.inZone(zone) >= NOBODY);
  }

  /** Everybody walks on for so many seconds. */
  walk(persons: Float64Array, seconds: number): void {
    const { walking } = this.#walkers;
    for (let zone = 0; zone < walking.length; zone += 1) {
      if ((walking[zone] ?? 0) === 0) continue;
      this.#slow(zone, persons);
      this.#walkers.walk(zone, (this.#speed[zone] ?? 0) * seconds);
    }
  }

  /** So many go through an edge's door, and on in the zone behind it. */
  pass(edge: number, persons: number): void {
    const { atDoor } = this.#walkers;
    const { from, to } = this.ground.network;
    const [source, target] = [from[edge] ?? 0, to[edge] ?? -1];
    atDoor[source] = Math.max(0, (atDoor[source] ?? 0) - persons);
    if (target >= 0) this.#walkers.setOut(target, persons, this.#onward[edge] ?? 0);
  }

  /** Persons who stand at an edge's door. */
  atDoor(edge: number): number {
    const source = this.ground.network.from[edge] ?? -1;
    return (this.#doorShare[edge] ?? 0) * (this.#walkers.atDoor[source] ?? 0);
  }

  /** Whether anybody takes an edge. */
  takes(edge: number): boolean {
    return (this.#doorShare[edge] ?? 0) > 0;
  }

  inZone(zone: number): number {
    return (this.#walkers.atDoor[zone] ?? 0) + (this.#walkers.walking[zone] ?? 0);
  }

  hasWayOut(zone: number): boolean {
    return Number.isFinite(this.#seconds[zone] ?? 0);
  }

  #slow(zone: number, persons: Float64Array): void {
    const { isStairs, network } = this.ground;
    const density = (persons[zone] ?? 0) / (network.area[zone] ?? 1);
    this.#speed[zone] = walkingSpeed(density, isStairs[zone] === true);
  }

  #metresOn(edge: number): number {
    const { doors, leaving, network } = this.ground;
    const door = doors[edge] ?? { x: 0, y: 0 };
    let metres = 0;
    for (const next of leaving[network.to[edge] ?? -1] ?? []) {
      const share = this.#doorShare[next] ?? 0;
      if (share === 0) continue;
      const there = doors[next] ?? door;
      metres += DETOUR * share * Math.hypot(there.x - door.x, there.y - door.y);
    }
    return metres;
  }
}

/** Metres of the farthest way to any door of a zone. */
const longestWays = ({ leaving, network, reach }: WalkingGround): Float64Array =>
  Float64Array.from({ length: network.zones }, (_, zone) =>
    Math.max(0, ...(leaving[zone] ?? []).map((edge) => reach[edge] ?? 0)),
  );
