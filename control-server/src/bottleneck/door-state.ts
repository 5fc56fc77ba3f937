import { recentBest } from './flow-history.js';
import { type FlowScene, flowNow } from './flow-scene.js';
import { opposite, passageOf } from './venue-graph.js';

/** Share of its planned capacity that an edge must have carried to tell anything of its own. */
const OF_NOTE = 0.1;

/** From this share on an edge was seen pressed, so that its best flow is what it can carry. */
const PRESSED_ONCE = 0.5;

/** Share of the capacity at which a door counts as at its limit, and below which as dropped. */
const AT_CAPACITY = 0.9;
const DROPPED_BELOW = 0.8;

/** The same for a door that was never pressed, where people may stand by choice. */
const THIN_BELOW = 0.5;

/** Share of its capacity that must have passed within ten minutes: who went there wants to still. */
const WANTED = 0.4;

/** Share of a capacity that is no more than chance. */
const SOME = 0.1;

/**
 * Standard deviations by which the best of many 25-second means overshoots by chance, times the
 * standard deviation of one such mean of Poisson counts, √(0.35/1.65) of √flow.
 */
const BY_CHANCE = 1.5 * Math.sqrt(0.35 / 1.65);

/** How well a capacity is known: seen pressed; the most that was seen, never pressed; by its width alone. */
export type DoorCapacity = 'learnt' | 'shown' | 'planned';

/** How one way out of a zone runs. Persons per tick. */
export interface DoorState {
  readonly edge: number;
  readonly flow: number;
  readonly capacity: number;
  readonly capacityIs: DoorCapacity;
  /** Share of the capacity that is missing. */
  readonly lostShare: number;
  /** Carries what it can, or has dropped by 20 % or more; neither where nobody sees it. */
  readonly verdict: 'free' | 'at-capacity' | 'dropped';
}

/** Most that an edge has carried, less what is chance. */
const shown = ({ flows }: FlowScene, edge: number): number => {
  const best = flows.best[edge] ?? 0;
  return Math.max(0, best - BY_CHANCE * Math.sqrt(best));
};

export const isUsed = (scene: FlowScene, edge: number): boolean =>
  shown(scene, edge) >= OF_NOTE * (scene.graph.network.plannedCapacity[edge] ?? 0);

/** More pass in the last half minute than in the last two, or as many as the edge can carry. */
const isGrowing = ({ flows }: FlowScene, edge: number, capacity: number): boolean => {
  const [quick, slow] = [flows.quick[edge] ?? 0, flows.slow[edge] ?? 0];
  return quick > DROPPED_BELOW * capacity || quick > slow + SOME * capacity;
};

/**
 * How a way out runs, taken that people wait before it.
 *
 * Its capacity is what it has shown, which it can carry at least; where it was never used, what its
 * width is planned to carry.
 * Below half of the plan, "at capacity" is believed only of zones that people want to pass
 * (`isThrough`), and elsewhere half must be missing: a thin flow can be a matter of taste. "Dropped" asks that people went
 * there within ten minutes: the way in is no broken way out at the end of an evening.
 */
export const doorState = (scene: FlowScene, edge: number, isThrough: boolean): DoorState => {
  const planned = scene.graph.network.plannedCapacity[edge] ?? 0;
  const flow = flowNow(scene.flows, edge);
  const best = shown(scene, edge);
  const used = isUsed(scene, edge);
  const capacity = Math.max(used ? best : planned, Number.EPSILON);
  const lostShare = Math.min(1, Math.max(0, 1 - flow / capacity));
  const isKnown = used && scene.seenPassages[passageOf(edge)] === true;
  const wasPressed = capacity >= PRESSED_ONCE * planned;
  const isAtCapacity = flow >= AT_CAPACITY * capacity && (wasPressed || isThrough);
  const isDropped =
    flow <= (wasPressed || isThrough ? DROPPED_BELOW : THIN_BELOW) * capacity &&
    (recentBest(scene.history, edge) >= WANTED * capacity || scene.named.has(edge)) &&
    flowNow(scene.flows, opposite(edge)) <= Math.max(flow, SOME * capacity) &&
    !isGrowing(scene, edge, capacity);
  return {
    edge,
    flow,
    capacity,
    capacityIs: !used ? 'planned' : wasPressed || isAtCapacity ? 'learnt' : 'shown',
    lostShare,
    verdict: !isKnown ? 'free' : isAtCapacity ? 'at-capacity' : isDropped ? 'dropped' : 'free',
  };
};
