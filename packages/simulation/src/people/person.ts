import type { Point } from '@throng/crowd';
import type { Routes } from '../venue/routes.js';
import type { Ground, Way } from '../venue/venue-graph.js';
import type { Place } from './place.js';

/** One stop of somebody's evening, with the draw already made. */
export interface PlannedStop {
  readonly place: Place;
  /** Event time at which the stop ends, seconds; undefined where its length counts. */
  readonly until: number | undefined;
  /** Length of the stay, seconds, from being there. */
  readonly seconds: number;
}

/** Somebody in the venue. The simulation moves it; others read it as a `Stance`. */
export interface Person {
  readonly id: number;
  x: number;
  y: number;
  heading: number;
  speed: number;
  walked: number;
  ground: Ground;
  /** m/s on an empty floor. */
  readonly freeSpeed: number;
  /** Metres kept to the next person's middle, when there is room at all. */
  readonly spacing: number;
  readonly stops: PlannedStop[];
  /** What they are at or on the way to; undefined on the way out. */
  stop: PlannedStop | undefined;
  spot: Point;
  routes: Routes;
  /** Event time at which the present stay ends; undefined before they are there. */
  stayEnds: number | undefined;
  /** Event time since which they stand at a door. */
  atDoorSince: number | undefined;
}

/** The way somebody takes next; undefined where their spot is on this ground. */
export const nextWay = (person: Person): Way | undefined => person.routes.next[person.ground.index];
