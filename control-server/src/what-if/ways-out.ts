import { TICK_SECONDS } from '../forecast/horizons.js';
import { NearestFirst } from './nearest-first.js';
import type { WalkingGround } from './walking-ground.js';

/** What those who leave know of the venue at a moment. */
export interface Conditions {
  /** Persons per tick that each edge carries; 0 where it is closed. */
  readonly capacity: Float64Array;
  /** Walking speed per zone, m/s. */
  readonly speed: Float64Array;
  /** Persons who stand at an edge's door. */
  readonly waiting: (edge: number) => number;
}

/**
 * Seconds from each zone to the outside by the quickest way (Dijkstra, from outside inwards):
 * T_z = min_e (L_e/v_z + q_e/C_e + T_to(e)), with L_e half the way from the zone's farthest corner.
 * Infinite where no open way leads out.
 */
export const secondsOut = (
  { arriving, network, reach }: WalkingGround,
  { capacity, speed, waiting }: Conditions,
): Float64Array => {
  const { from, zones } = network;
  const seconds = new Float64Array(zones).fill(Number.POSITIVE_INFINITY);
  const open = new NearestFirst();
  const settle = (node: number, reached: number): void => {
    for (const edge of arriving[node] ?? []) {
      const carried = capacity[edge] ?? 0;
      const zone = from[edge] ?? -1;
      if (carried <= 0 || zone < 0 || (seconds[zone] ?? 0) <= reached) continue;
      const walk = (reach[edge] ?? 0) / 2 / (speed[zone] ?? 1);
      const total = reached + walk + (waiting(edge) / carried) * TICK_SECONDS;
      if (total >= (seconds[zone] ?? 0)) continue;
      seconds[zone] = total;
      open.add(zone, total);
    }
  };
  settle(zones, 0);
  for (let next = open.take(); next !== undefined; next = open.take()) {
    if (next.cost <= (seconds[next.node] ?? 0)) settle(next.node, next.cost);
  }
  return seconds;
};

/**
 * How those people of a zone who look at the queues share its doors, so that all of them leave it at
 * one time (Wardrop's equilibrium): Σ C_e·max(0, T − t_e) = n gives T, and door e takes
 * C_e·max(0, T − t_e)/n, with t_e the walk to it, those who queue there already and the way from there.
 * Only doors that lead nearer to the outside count, so nobody walks in circles.
 *
 * @param queued persons at an edge's door who are there whatever these do.
 * @param share per edge, filled for the zone's edges: 0 to 1, together 1, or all 0 where no way leads out.
 */
export const shareDoors = (
  { leaving, network, reach }: WalkingGround,
  { capacity, speed }: Conditions,
  seconds: Float64Array,
  zone: number,
  persons: number,
  queued: (edge: number) => number,
  share: Float64Array,
): void => {
  const own = seconds[zone] ?? Number.POSITIVE_INFINITY;
  const doors: { edge: number; at: number; perSecond: number }[] = [];
  for (const edge of leaving[zone] ?? []) {
    share[edge] = 0;
    const target = network.to[edge] ?? -1;
    const after = target < 0 ? 0 : (seconds[target] ?? Number.POSITIVE_INFINITY);
    const carried = capacity[edge] ?? 0;
    if (carried <= 0 || after >= own) continue;
    const perSecond = carried / TICK_SECONDS;
    const walk = (reach[edge] ?? 0) / 2 / (speed[zone] ?? 1);
    doors.push({ edge, at: walk + queued(edge) / perSecond + after, perSecond });
  }
  doors.sort((a, b) => a.at - b.at);
  // Those few who stand there now take the best door; from then on it is a question of queues.
  const count = Math.max(persons, 1);
  let [carried, earlier, used, level] = [0, 0, 0, 0];
  for (const { at, perSecond } of doors) {
    if (used > 0 && at >= level) break;
    carried += perSecond;
    earlier += perSecond * at;
    used += 1;
    level = (count + earlier) / carried;
  }
  for (const { at, edge, perSecond } of doors.slice(0, used)) {
    share[edge] = (perSecond * (level - at)) / count;
  }
};
