import { isUsed } from '../bottleneck/door-state.js';
import { type FlowScene, flowNow, isWaiting, PER_MINUTE } from '../bottleneck/flow-scene.js';
import { feedersOf } from '../bottleneck/queue-behind.js';
import { headOf } from '../bottleneck/told-bottleneck.js';
import { opposite, passageOf } from '../bottleneck/venue-graph.js';
import type { Change } from './change.js';
import type { Subject } from './subject.js';

/** Something that staff can do at a passage. */
export interface Action {
  readonly action: 'hold' | 'restore' | 'open';
  /** Edge of the venue. */
  readonly edge: number;
  readonly cutShare: number | null;
  /** What the edge then carries, persons per tick: of the flow now, or at most. */
  readonly perTick: number;
  readonly change: Change;
  /** How hard it is on those concerned: 1 closes a way to everybody. */
  readonly severity: number;
}

/** Shares by which a way in is cut. */
const CUTS = [0.2, 0.4, 0.6, 1] as const;

/** Ways in that are tried, and ways that could be opened. */
const MOST_FEEDERS = 2;
const MOST_OPENED = 2;

/** Persons per minute, and share of all that comes, below which cutting a way in is not worth anybody's walk. */
const LEAST_CUT = 6;
const LEAST_PART = 0.1;

/** Opening a way or mending a door is asked of staff only: it comes after the smallest cut. */
const STAFF_ONLY = 0.3;

/** A way that is opened is taken by so many of those that its width is planned to carry. */
const TAKEN = 0.5;

/** What staff could do for a zone, the least drastic first. */
export const actionsFor = (subject: Subject): Action[] =>
  [...restoring(subject), ...opening(subject), ...holding(subject)].sort(
    (a, b) => a.severity - b.severity || a.edge - b.edge,
  );

function* restoring({ binding }: Subject): Generator<Action> {
  if (binding?.kind !== 'door' || binding.door.verdict === 'at-capacity') return;
  const { capacity: perTick, edge } = binding.door;
  const change = { kind: 'release', edge, perTick } as const;
  yield { action: 'restore', edge, cutShare: null, perTick, change, severity: STAFF_ONLY };
}

/**
 * Ways into the zone, or into the queue that it is part of: only those that are seen. What the queue
 * leaves by is never one, though some come back through it: who hears that a way out should be held
 * holds it against everybody.
 */
function* holding(subject: Subject): Generator<Action> {
  const { binding, scene, zone } = subject;
  const queue = binding === undefined ? [zone] : [...new Set([zone, headOf(scene, binding)])];
  const seen = [...new Set([...feedersOf(scene, [zone]), ...feedersOf(scene, queue)])].filter(
    (edge) => scene.seenPassages[passageOf(edge)] === true && !isWayOut(subject, edge),
  );
  const all = seen.reduce((sum, edge) => sum + flowNow(scene.flows, edge), 0);
  const least = Math.max(LEAST_CUT / PER_MINUTE, LEAST_PART * all);
  const feeders = seen.filter((edge) => flowNow(scene.flows, edge) >= least).slice(0, MOST_FEEDERS);
  for (const edge of feeders) {
    for (const cutShare of CUTS) {
      const perTick = (1 - cutShare) * flowNow(scene.flows, edge);
      const change = { kind: 'thin', edge, share: 1 - cutShare } as const;
      yield { action: 'hold', edge, cutShare, perTick, change, severity: cutShare };
    }
  }
}

/** Whether people go out where this way leads in: by the door that binds, or more of them than come. */
const isWayOut = ({ binding, scene }: Subject, edge: number): boolean => {
  const out = opposite(edge);
  if (binding?.kind === 'door' && binding.door.edge === out) return true;
  return flowNow(scene.flows, out) > flowNow(scene.flows, edge);
};

/**
 * Ways out of the zone, or of the zone before its bottleneck, that nobody takes and that lead where
 * its people go already: to the same place, or by one zone more. Nobody is sent another way.
 */
function* opening({ binding, scene, zone }: Subject): Generator<Action> {
  const { graph, flows } = scene;
  const { plannedCapacity } = graph.network;
  const origins = new Set([zone, ...(binding === undefined ? [] : [headOf(scene, binding)])]);
  const idle = [...origins]
    .flatMap((origin) => (graph.out[origin] ?? []).map((edge) => ({ edge, origin })))
    .filter(
      ({ edge, origin }) =>
        !isUsed(scene, edge) &&
        // By a passage through which people come nobody is sent out.
        flowNow(flows, opposite(edge)) * PER_MINUTE < LEAST_CUT &&
        leadsOn(scene, origin, edge),
    )
    .sort((a, b) => (plannedCapacity[b.edge] ?? 0) - (plannedCapacity[a.edge] ?? 0));
  for (const { edge } of idle.slice(0, MOST_OPENED)) {
    const perTick = TAKEN * (plannedCapacity[edge] ?? 0);
    const change = { kind: 'release', edge, perTick } as const;
    yield { action: 'open', edge, cutShare: null, perTick, change, severity: STAFF_ONLY };
  }
}

const leadsOn = (scene: FlowScene, origin: number, edge: number): boolean => {
  const { graph } = scene;
  const to = (each: number): number => graph.network.to[each] ?? -1;
  const goals = new Set((graph.out[origin] ?? []).filter((each) => isUsed(scene, each)).map(to));
  const next = to(edge);
  if (next < 0 || isWaiting(scene, next)) return next < 0 && goals.has(next);
  return goals.has(next) || (graph.out[next] ?? []).some((each) => goals.has(to(each)));
};
