import type { Point } from '@throng/crowd';
import type { Random } from '../random/random.js';
import type { Routes } from '../venue/routes.js';
import type { Ground } from '../venue/venue-graph.js';

/** Somewhere people go to: to stand, or to be served at a counter, first come, first served. */
export interface Resort {
  readonly id: string;
  readonly ground: Ground;
  /** Undefined where nobody serves. */
  readonly counters: number | undefined;
  readonly line: Party[];
  atCounters: number;
  spot(random: Random): Point;
}

/** One stop of a party's evening, with the draw already made. */
export interface PartyStop {
  readonly resort: Resort;
  /** Event time at which the stop ends, seconds; undefined where its length counts. */
  readonly until: number | undefined;
  /** Length of the stay, or of the service at a counter, seconds. */
  readonly seconds: number;
}

/** What a party does now. */
export type PartyState = 'walking' | 'at-door' | 'in-line' | 'served' | 'staying';

/** People who go through the evening together. They walk, wait and pass doors as one. */
export interface Party {
  readonly size: number;
  /** Speed as a share of the usual one. */
  readonly pace: number;
  /** Whether they choose their way by the queues, or by habit. */
  readonly informed: boolean;
  readonly stops: PartyStop[];
  stop: PartyStop | undefined;
  /** The way to what they go to. */
  routes: Routes;
  ground: Ground;
  state: PartyState;
  /** Where their present walk leads, and the metres that are left of it. */
  goal: Point;
  remaining: number;
  /** Event time at which the present state began, seconds. */
  since: number;
  /** Event time at which a stay or a service ends. */
  ends: number;
}
