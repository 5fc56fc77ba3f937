import type { Bottleneck } from '@throng/contract';
import type { Binding } from './find-binding.js';
import { densityOf, type FlowScene, PER_MINUTE, toldFlow } from './flow-scene.js';
import { feedersOf, queueZones, toldFeeders } from './queue-behind.js';
import { passageOf } from './venue-graph.js';

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** The first zone before a bottleneck. */
export const headOf = ({ graph }: FlowScene, binding: Binding): number =>
  binding.kind === 'door' ? binding.from : (graph.network.from[binding.door.edge] ?? -1);

/** A binding in the contract's numbers. @param zone whose people it holds back. */
export const toldBottleneck = (scene: FlowScene, binding: Binding, zone: number): Bottleneck => {
  const { graph, flows } = scene;
  const id = (index: number): string => graph.zones[index]?.id ?? '';
  const zones = queueZones(scene, headOf(scene, binding), zone);
  const behind = {
    queue: {
      persons: Math.round(zones.reduce((sum, each) => sum + (flows.persons[each] ?? 0), 0)),
      zones: zones.map(id),
    },
    feeders: toldFeeders(scene, feedersOf(scene, zones)),
  };
  if (binding.kind === 'packed-zone') {
    const density = hundredth(densityOf(scene, binding.zone));
    return { kind: 'packed-zone', zone: id(binding.zone), density, ...behind };
  }
  const { capacity, capacityIs, edge, lostShare } = binding.door;
  return {
    kind: 'door',
    passage: graph.passages[passageOf(edge)] ?? '',
    from: id(binding.from),
    perMinute: toldFlow(scene, edge),
    capacityPerMinute: Math.round(capacity * PER_MINUTE),
    capacityIs,
    lostShare: hundredth(lostShare),
    ...behind,
  };
};
