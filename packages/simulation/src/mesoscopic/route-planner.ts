import { type Routes, routesTo } from '../venue/routes.js';
import { type Ground, type VenueGraph, type Way, wayLength } from '../venue/venue-graph.js';
import type { Gate } from './gate.js';

/** Ways through the venue: the short ones of habit, and the quick ones of those who look ahead. */
export interface RoutePlanner {
  habit(destination: Ground | Way): Routes;
  /** By walking and waiting times as they were at the last survey. */
  quick(destination: Ground | Way, now: number): Routes;
}

/** m/s by which people reckon their way. */
const RECKONED_SPEED = 1.2;

/** Seconds between two looks at the queues. */
const SURVEY = 20;

/** Seconds that a closed door seems to cost. */
export const CLOSED = 3_600;

/** Waiting time before a gate as people see it: those ahead by the rate at which it serves. */
export const waitAt = (gate: Gate): number =>
  gate.opening === 0 ? CLOSED : gate.waiting / Math.max(0.05, gate.rate);

export const createRoutePlanner = (graph: VenueGraph, gates: readonly Gate[]): RoutePlanner => {
  const habits = new Map<Ground | Way, Routes>();
  const quick = new Map<Ground | Way, Routes>();
  let surveyed = 0;
  const remembered = (
    routes: Map<Ground | Way, Routes>,
    destination: Ground | Way,
    make: () => Routes,
  ): Routes => {
    const known = routes.get(destination);
    if (known !== undefined) return known;
    const made = make();
    routes.set(destination, made);
    return made;
  };
  const seconds = (way: Way, ground: Ground): number => {
    const gate = gates[way.index];
    return wayLength(way, ground) / RECKONED_SPEED + (gate === undefined ? 0 : waitAt(gate));
  };
  return {
    habit: (destination) => remembered(habits, destination, () => routesTo(graph, destination)),
    quick(destination, now) {
      if (now - surveyed >= SURVEY) {
        quick.clear();
        surveyed = now;
      }
      return remembered(quick, destination, () => routesTo(graph, destination, seconds));
    },
  };
};
