import type { VenueForecast } from '@throng/control-server';
import type { FlowScene } from '../../../../control-server/src/bottleneck/flow-scene.js';
import { buildGraph } from '../../../../control-server/src/bottleneck/venue-graph.js';
import {
  type FlowNetwork,
  flowNetwork,
  type NetworkPassage,
} from '../../../../control-server/src/forecast/flow-network.js';
import { OUTLOOKS } from '../../../../control-server/src/forecast/horizons.js';
import { rollOut } from '../../../../control-server/src/forecast/roll-out.js';

/** A zone of a hand-made graph: 100 m² unless told. */
export interface SceneZone {
  readonly id: string;
  readonly kind?: 'walkway' | 'stairs' | 'queue' | 'viewing';
  readonly persons?: number;
  readonly isSeen?: boolean;
}

/** A passage; flows in persons per minute along from → to, and `back` against it. */
export interface ScenePassage extends NetworkPassage {
  readonly id: string;
  readonly now?: number;
  /** The most it has carried; as much as now unless told. */
  readonly best?: number;
  /** The best was more than ten minutes ago. */
  readonly longAgo?: boolean;
  /** Median of the last ten minutes; as much as now unless told. */
  readonly usual?: number;
  /** Expected from outside within the next minutes; as much as now unless told. */
  readonly due?: number;
  readonly back?: number;
  readonly isSeen?: boolean;
}

const PER_TICK = 1 / 6;

/** What chance adds to the best of many short means, so that a learnt capacity comes out as told. */
const withChance = (best: number): number => {
  let value = best;
  for (let round = 0; round < 20; round += 1) value = best + 0.69 * Math.sqrt(value);
  return best === 0 ? 0 : value;
};

/** A venue at one look, made by hand. */
export const sceneOf = (
  zones: readonly SceneZone[],
  passages: readonly ScenePassage[],
): FlowScene => {
  const network = flowNetwork(
    zones.map(({ id }) => ({ id, area: 100 })),
    passages,
  );
  const perEdge = (along: (passage: ScenePassage) => number, back: (p: ScenePassage) => number) =>
    Float64Array.from(passages.flatMap((each) => [along(each) * PER_TICK, back(each) * PER_TICK]));
  const now = perEdge(
    (each) => each.now ?? 0,
    (each) => each.back ?? 0,
  );
  const usual = perEdge(
    (each) => each.usual ?? each.now ?? 0,
    (each) => each.back ?? 0,
  );
  const best = perEdge(
    (each) => each.best ?? each.now ?? 0,
    (each) => each.back ?? 0,
  ).map(withChance);
  const recent = perEdge(
    (each) => (each.longAgo === true ? undefined : each.best) ?? each.usual ?? each.now ?? 0,
    (each) => each.back ?? 0,
  );
  const due = perEdge(
    (each) => each.due ?? each.now ?? 0,
    (each) => each.back ?? 0,
  );
  const persons = Float64Array.from(zones, (zone) => zone.persons ?? 0);
  return {
    graph: buildGraph(
      network,
      zones.map(({ id, kind = 'walkway' }) => ({ id, kind })),
      passages.map(({ id }) => id),
    ),
    flows: {
      persons,
      hazard: now.map((flow, edge) => {
        const source = network.from[edge] ?? -1;
        return source < 0 ? 0 : flow / Math.max(2, persons[source] ?? 0);
      }),
      capacity: network.plannedCapacity,
      inflow: (edge) => due[edge] ?? 0,
      quick: now,
      slow: now,
      best,
    },
    history: { samples: [usual, usual, recent, usual, usual], looks: 0 },
    named: new Set(),
    crowded: zones.map(() => ({ waiting: 1.1, packed: 3.5 })),
    seenZones: zones.map(({ isSeen = true }) => isSeen),
    seenPassages: passages.map(({ isSeen = true }) => isSeen),
  };
};

/** A forecast that believes the graph alone. @param half expected error, persons/m². */
export const forecastOf = ({ flows, graph }: FlowScene, half = 0.1): VenueForecast => {
  const { network } = graph;
  const rolled = rollOut(network, flows.persons, flows);
  const all = (value: number) => new Float64Array(network.zones).fill(value);
  return {
    persons: flows.persons,
    flows,
    minute: new Float64Array(0),
    passages: [],
    profiled: new Uint8Array(network.zones),
    outlooks: OUTLOOKS.map((outlook, index) => ({
      ...outlook,
      density: densities(network, rolled[index] ?? flows.persons),
      half80: all(half),
      half95: all(2 * half),
      error: all(half / 2),
    })),
  };
};

const densities = ({ area }: FlowNetwork, persons: Float64Array): Float64Array =>
  persons.map((count, zone) => count / (area[zone] ?? 1));
