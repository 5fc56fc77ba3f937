import type { FlowPicture } from '../forecast/flow-picture.js';
import type { ResolvedPlan } from './resolve-plan.js';
import type { WalkingGround } from './walking-ground.js';
import { secondsOut } from './ways-out.js';

/** How people flow under a plan. */
export interface ChangedFlows {
  /** Share of those who go about their evening that leaves a zone by an edge in a tick. */
  readonly hazard: Float64Array;
  /** Persons per tick that each edge carries while nobody presses. */
  readonly capacity: Float64Array;
  /** Edges whose capacity is planned, not shown: a jam lowers it. */
  readonly isPlanned: readonly boolean[];
  /** Persons per tick who want to come in over an edge, so many ticks from now. */
  readonly inflow: (edge: number, ticks: number) => number;
}

/** From this share of its plan on, a door has been pressed on and has shown what it carries. */
const PRESSED = 0.6;

/**
 * The flows of the present as a plan changes them.
 *
 * A closed way sends those who used it to the zone's other ways of the same sense, outwards or
 * inwards, in the proportion in which these are used; without such they stay. A way that is opened
 * takes its part by width. Where people are evacuated, a door counts for what it has shown once it
 * was pressed, and for its plan until then.
 *
 * @param better factor on every capacity: 1 as expected.
 */
export const changeFlows = (
  ground: WalkingGround,
  picture: FlowPicture,
  { closed, evacuated, limits, opened, slowed }: ResolvedPlan,
  better: number,
): ChangedFlows => {
  const { network, planned } = ground;
  const { from, to } = network;
  const isEvacuation = evacuated.includes(true);
  const isPlanned = Array.from(planned, (most, edge) =>
    isEvacuation ? (picture.best[edge] ?? 0) < PRESSED * most : opened.has(edge),
  );
  const hazard = Float64Array.from(picture.hazard);
  const capacity = planned.map((most, edge) => {
    const own = isPlanned[edge] === true ? most : Math.min(picture.capacity[edge] ?? 0, most);
    const slow = slowed.get(edge);
    const present = (from[edge] ?? -1) < 0 ? picture.inflow(edge, 0) : (picture.slow[edge] ?? 0);
    const allowed = Math.min(
      limits.get(edge) ?? Infinity,
      slow === undefined ? Infinity : slow * present,
    );
    return closed.has(edge) ? 0 : Math.min(own * better, allowed);
  });
  const sense = outwards(ground, picture);
  for (const edge of closed) giveUp(ground, hazard, closed, sense, edge);
  for (const edge of opened) takePart(ground, hazard, sense, edge);
  for (let edge = 0; edge < network.edges; edge += 1) {
    const [source, target] = [from[edge] ?? -1, to[edge] ?? -1];
    // Nobody goes of himself into a zone that is being cleared, or comes in there.
    if (target < 0 || evacuated[target] !== true) continue;
    if (source < 0) capacity[edge] = 0;
    else hazard[edge] = 0;
  }
  return { hazard, capacity, isPlanned, inflow: picture.inflow };
};

/** Whether an edge leads nearer to the outside, by the ways on which people leave now. */
const outwards = (ground: WalkingGround, { hazard }: FlowPicture): readonly boolean[] => {
  const { from, to, zones } = ground.network;
  const seconds = secondsOut(ground, {
    capacity: ground.planned.map((most, edge) => ((hazard[edge] ?? 0) > 0 ? most : 0)),
    speed: new Float64Array(zones).fill(1),
    waiting: () => 0,
  });
  const at = (node: number): number => (node < 0 ? 0 : (seconds[node] ?? 0));
  return Array.from(from, (source, edge) => at(to[edge] ?? -1) < at(source));
};

/** The edges of the same zone and sense as an edge, without it. */
const likeIt = (
  { leaving, network }: WalkingGround,
  sense: readonly boolean[],
  edge: number,
): number[] =>
  (leaving[network.from[edge] ?? -1] ?? []).filter(
    (other) => other !== edge && sense[other] === sense[edge],
  );

const sum = (edges: readonly number[], of: Float64Array): number =>
  edges.reduce((total, edge) => total + (of[edge] ?? 0), 0);

const giveUp = (
  ground: WalkingGround,
  hazard: Float64Array,
  closed: ReadonlySet<number>,
  sense: readonly boolean[],
  edge: number,
): void => {
  const given = hazard[edge] ?? 0;
  hazard[edge] = 0;
  const others = likeIt(ground, sense, edge).filter((other) => !closed.has(other));
  const used = sum(others, hazard);
  if (used === 0) return;
  for (const other of others) hazard[other] = (hazard[other] ?? 0) * (1 + given / used);
};

const takePart = (
  ground: WalkingGround,
  hazard: Float64Array,
  sense: readonly boolean[],
  edge: number,
): void => {
  if ((hazard[edge] ?? 0) > 0) return;
  const used = likeIt(ground, sense, edge).filter((other) => (hazard[other] ?? 0) > 0);
  const own = ground.width[edge] ?? 0;
  const part = own / (own + sum(used, ground.width));
  hazard[edge] = part * sum(used, hazard);
  for (const other of used) hazard[other] = (hazard[other] ?? 0) * (1 - part);
};
