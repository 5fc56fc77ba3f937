import type { Feeder } from '@throng/contract';
import { type FlowScene, flowNow, isWaiting, toldFlow } from './flow-scene.js';
import { passageOf } from './venue-graph.js';

/** Zones of a queue that are told, and feeders. */
const MOST_ZONES = 12;
const MOST_FEEDERS = 4;

/** Persons per minute below which a way in feeds nothing. */
const LEAST_FEED = 1;

/**
 * The zones in which a queue stands: `head` and `also`, and upstream of them each zone
 * where people wait and from which they come.
 */
export const queueZones = (scene: FlowScene, head: number, also: number): number[] => {
  const { graph } = scene;
  const zones = new Set([head, also]);
  for (const zone of zones) {
    for (const edge of graph.into[zone] ?? []) {
      const source = graph.network.from[edge] ?? -1;
      const feeds = (scene.flows.best[edge] ?? 0) > 0;
      if (source >= 0 && feeds && zones.size < MOST_ZONES && isWaiting(scene, source)) {
        zones.add(source);
      }
    }
  }
  return [...zones];
};

/** The ways by which a queue's zones are fed from elsewhere: the greatest flow first, unseen ones last. */
export const feedersOf = (scene: FlowScene, zones: readonly number[]): number[] => {
  const { graph, seenPassages } = scene;
  const inside = new Set(zones);
  const weight = (edge: number): number =>
    seenPassages[passageOf(edge)] === true ? flowNow(scene.flows, edge) : -1;
  return zones
    .flatMap((zone) => graph.into[zone] ?? [])
    .filter((edge) => !inside.has(graph.network.from[edge] ?? -1))
    .filter((edge) => {
      const flow = toldFlow(scene, edge);
      return flow === null || flow >= LEAST_FEED;
    })
    .sort((a, b) => weight(b) - weight(a) || a - b);
};

export const toldFeeders = (scene: FlowScene, edges: readonly number[]): Feeder[] =>
  edges.slice(0, MOST_FEEDERS).map((edge) => ({
    passage: scene.graph.passages[passageOf(edge)] ?? '',
    perMinute: toldFlow(scene, edge),
  }));
