import type { FlowPicture } from '../forecast/flow-picture.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import type { FlowHistory } from './flow-history.js';
import { passageOf, type VenueGraph } from './venue-graph.js';

/** Persons/m² from which people stand in a zone's way, and from which it takes nobody in. */
export interface CrowdedFrom {
  readonly waiting: number;
  readonly packed: number;
}

/** The venue at one look: how people flow, and what of it is seen. */
export interface FlowScene {
  readonly graph: VenueGraph;
  readonly flows: FlowPicture;
  /** The flows of the last ten minutes. */
  readonly history: FlowHistory;
  /** Edges that were named as bottlenecks and before which people wait still. */
  readonly named: ReadonlySet<number>;
  /** Per zone. */
  readonly crowded: readonly CrowdedFrom[];
  /** Per zone and per passage: whether anybody sees it now. Unknown is neither full nor empty. */
  readonly seenZones: readonly boolean[];
  readonly seenPassages: readonly boolean[];
}

/** Ticks in a minute: flows are kept per tick and told per minute. */
export const PER_MINUTE = 60 / TICK_SECONDS;

/** Persons per tick over an edge now: between the mean of 25 s, which is noisy, and that of 2 min. */
export const flowNow = ({ quick, slow }: FlowPicture, edge: number): number =>
  ((quick[edge] ?? 0) + (slow[edge] ?? 0)) / 2;

/** Persons per minute, or null where the line is not seen. */
export const toldFlow = ({ flows, seenPassages }: FlowScene, edge: number): number | null =>
  seenPassages[passageOf(edge)] === true ? Math.round(flowNow(flows, edge) * PER_MINUTE) : null;

export const densityOf = ({ flows, graph }: FlowScene, zone: number): number =>
  (flows.persons[zone] ?? 0) / (graph.network.area[zone] ?? 1);

/** Whether people are known to stand in each other's way in a zone. */
export const isWaiting = (scene: FlowScene, zone: number): boolean =>
  scene.seenZones[zone] === true &&
  densityOf(scene, zone) >= (scene.crowded[zone]?.waiting ?? Number.POSITIVE_INFINITY);

/** Whether a zone is known to be so full that it holds back those before it. */
export const isPacked = (scene: FlowScene, zone: number): boolean =>
  scene.seenZones[zone] === true &&
  densityOf(scene, zone) >= (scene.crowded[zone]?.packed ?? Number.POSITIVE_INFINITY);
