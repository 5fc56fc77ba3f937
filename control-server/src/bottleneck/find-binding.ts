import { type DoorState, doorState, isUsed } from './door-state.js';
import { type FlowScene, flowNow, isPacked, isWaiting } from './flow-scene.js';
import { opposite, passageOf } from './venue-graph.js';

/** What holds a zone's people back: a door, or a zone that takes nobody in. */
export type Binding =
  | { readonly kind: 'door'; readonly door: DoorState; readonly from: number }
  | { readonly kind: 'packed-zone'; readonly zone: number; readonly door: DoorState };

/** Zones that are looked through downstream. */
const DEEPEST = 5;

/** Share of a zone's ways out that must be missing before one of them explains anything. */
const LEAST_LOSS = 0.15;

/** A zone that lets out less than this share of what comes in, by no way that was ever used, is shut. */
const HARDLY_ANYBODY = 0.1;

/**
 * The binding bottleneck of a zone: the flow graph is walked downstream from it, along ways out that
 * run at their capacity or have dropped, through zones in which people wait, to the one where the
 * queue begins. A way into a zone that is packed is not the cause: that zone's own way out is, or
 * the zone itself. Undefined where nothing binds: more come in than go out, that is all.
 */
export const findBinding = (scene: FlowScene, zone: number): Binding | undefined =>
  walk(scene, zone, new Set());

const walk = (scene: FlowScene, zone: number, passed: Set<number>): Binding | undefined => {
  passed.add(zone);
  const { graph } = scene;
  const kind = graph.zones[zone]?.kind;
  const isThrough = kind === 'queue' || kind === 'stairs';
  const doors = (graph.out[zone] ?? [])
    .filter((edge) => isUsed(scene, edge))
    .map((edge) => doorState(scene, edge, isThrough));
  const all = doors.reduce((sum, { capacity }) => sum + capacity, 0);
  const held = doors
    .map((door) => ({ door, held: isHeld(scene, door), lost: door.capacity - door.flow }))
    // Who looks at a stage does not want out: only a door that is pressed binds them.
    .filter(({ door, held, lost }) =>
      held
        ? lost >= LEAST_LOSS * all && (kind !== 'viewing' || isPacked(scene, target(scene, door)))
        : door.verdict === 'at-capacity',
    )
    .sort(
      (a, b) =>
        Number(b.held) - Number(a.held) ||
        (a.held ? b.lost - a.lost : b.door.flow - a.door.flow) ||
        a.door.edge - b.door.edge,
    );
  const [worst] = held;
  if (worst === undefined) return kind === 'queue' ? shutDoor(scene, zone) : undefined;
  return beyond(scene, zone, worst.door, passed);
};

const target = ({ graph }: FlowScene, { edge }: DoorState): number => graph.network.to[edge] ?? -1;

/** Less goes by the door than could: it has dropped, or behind it nobody is let in. */
const isHeld = (scene: FlowScene, door: DoorState): boolean =>
  door.verdict === 'dropped' || (door.verdict === 'free' && isPacked(scene, target(scene, door)));

/** Where the queue that stands before a door begins: there, or further on. */
const beyond = (scene: FlowScene, zone: number, door: DoorState, passed: Set<number>): Binding => {
  const next = target(scene, door);
  const here: Binding = { kind: 'door', door, from: zone };
  if (next < 0 || passed.has(next)) return here;
  const packed = isPacked(scene, next);
  const mayGoOn = packed || (door.verdict === 'dropped' && isWaiting(scene, next));
  const further = mayGoOn && passed.size < DEEPEST ? walk(scene, next, passed) : undefined;
  return further ?? (packed ? { kind: 'packed-zone', zone: next, door } : here);
};

/**
 * People come into a queue and hardly anybody leaves it, by no way that was ever of use: its most
 * likely way out is shut. Not one by which they come.
 */
const shutDoor = (scene: FlowScene, zone: number): Binding | undefined => {
  const { flows, graph, seenPassages } = scene;
  const isSeen = (edge: number): boolean => seenPassages[passageOf(edge)] === true;
  const sum = (edges: readonly number[]): number =>
    edges.reduce((total, edge) => total + flowNow(flows, edge), 0);
  const ways = graph.out[zone] ?? [];
  const coming = sum((graph.into[zone] ?? []).filter(isSeen));
  // Who cannot see all ways out cannot say that nobody leaves.
  if (!ways.every(isSeen) || sum(ways) >= HARDLY_ANYBODY * coming) return undefined;
  const [edge] = ways
    .filter((each) => flowNow(flows, opposite(each)) < HARDLY_ANYBODY * coming)
    .sort((a, b) => likelihood(scene, b) - likelihood(scene, a) || a - b);
  if (edge === undefined) return undefined;
  return { kind: 'door', door: doorState(scene, edge, true), from: zone };
};

/** What it has carried; of ways that never carried anybody the widest. */
const likelihood = ({ flows, graph }: FlowScene, edge: number): number =>
  (flows.best[edge] ?? 0) + (graph.network.plannedCapacity[edge] ?? 0) / 1_000;
