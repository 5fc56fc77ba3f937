import type { Cause, CauseKind } from '@throng/contract';
import { usualFlow } from '../bottleneck/flow-history.js';
import { type FlowScene, flowNow, PER_MINUTE } from '../bottleneck/flow-scene.js';
import { headOf } from '../bottleneck/told-bottleneck.js';
import { passageOf } from '../bottleneck/venue-graph.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { WARNS_WITHIN } from '../forecast/warning.js';
import type { Change } from './change.js';
import type { Subject } from './subject.js';

/** Ticks of the horizon over which causes are weighed. */
const TICKS = WARNS_WITHIN / TICK_SECONDS;

/** Persons within five minutes, and share of all, below which nothing is a cause. */
const LEAST_PERSONS = 5;
const LEAST_SHARE = 0.1;

/** More than half as many again as come now are a burst; less is the mean that a flow falls back to. */
const BURST = 1.5;

/** Causes that are told. */
const MOST = 3;

/** A cause. Flows are persons per tick; `undo` is in edges and zones of the venue. */
interface Term {
  readonly kind: CauseKind;
  readonly edge: number | null;
  readonly zone: number | null;
  readonly now: number;
  readonly compared: number;
  /** That it adds per tick. */
  readonly adds: number;
  readonly undo: readonly Change[];
}

/**
 * Why a zone's people become more, ranked by the persons that each cause adds over five minutes:
 * Δn = Σ (in − usual in) + Σ (usual out − out) + …, of lines that are seen. What holds at the
 * bottleneck stands for the ways out that lead to it. Each is undone alone and the minutes run again.
 */
export const rankCauses = (subject: Subject): Cause[] => {
  const { scene, rehearsal } = subject;
  const terms = [...termsOf(subject)].filter(({ adds }) => adds * TICKS >= LEAST_PERSONS);
  const all = terms.reduce((sum, { adds }) => sum + adds, 0);
  return terms
    .filter(({ adds }) => adds >= LEAST_SHARE * all)
    .sort((a, b) => b.adds - a.adds || (a.edge ?? -1) - (b.edge ?? -1))
    .slice(0, MOST)
    .map(({ adds, compared, edge, kind, now, undo, zone }) => {
      const changes = undo.flatMap((change) => inside(rehearsal.here, change));
      const undone =
        changes.length === 0 ? null : rehearsal.again(changes).outcome(0, subject.limit);
      return {
        kind,
        passage: edge === null ? null : (scene.graph.passages[passageOf(edge)] ?? null),
        zone: zone === null ? null : (scene.graph.zones[zone]?.id ?? null),
        persons: Math.round(adds * TICKS),
        share: Math.round((adds / all) * 100) / 100,
        perMinute: Math.round(now * PER_MINUTE),
        comparedPerMinute: Math.round(compared * PER_MINUTE),
        undone,
      };
    });
};

/** A change of the venue as one of its neighbourhood; none where that does not reach so far. */
export const inside = (
  { edgeHere, zoneHere }: Subject['rehearsal']['here'],
  change: Change,
): Change[] => {
  if (change.kind === 'make-room') {
    const zone = zoneHere.get(change.zone);
    return zone === undefined ? [] : [{ ...change, zone }];
  }
  const edge = edgeHere.get(change.edge);
  return edge === undefined ? [] : [{ ...change, edge }];
};

function* termsOf(subject: Subject): Generator<Term> {
  const unusual = [...inflows(subject), ...bottleneckTerm(subject), ...outflows(subject)];
  yield* unusual;
  const added = unusual.reduce((sum, { adds }) => sum + adds, 0);
  if (added * TICKS < LEAST_PERSONS) yield* plainExcess(subject);
}

const seen = ({ seenPassages }: FlowScene, edge: number): boolean =>
  seenPassages[passageOf(edge)] === true;

function* inflows({ scene, zone }: Subject): Generator<Term> {
  const { flows, graph, history } = scene;
  for (const edge of (graph.into[zone] ?? []).filter((each) => seen(scene, each))) {
    const now = flowNow(flows, edge);
    const common = { edge, zone: null } as const;
    const usual = usualFlow(history, edge);
    if (usual !== undefined && now > usual) {
      const undo = [{ kind: 'thin', edge, share: usual / now } as const];
      yield {
        ...common,
        kind: 'inflow-above-usual',
        now,
        compared: usual,
        adds: now - usual,
        undo,
      };
    }
    if ((graph.network.from[edge] ?? -1) >= 0) continue;
    const due = meanAhead((ticks) => flows.inflow(edge, ticks));
    if (due > BURST * now) {
      const undo = [{ kind: 'thin', edge, share: now / due } as const];
      yield { ...common, kind: 'burst-due', now: due, compared: now, adds: due - now, undo };
    }
  }
}

const meanAhead = (inflow: (ticks: number) => number): number => {
  let sum = 0;
  for (let tick = 1; tick <= TICKS; tick += 1) sum += inflow(tick);
  return sum / TICKS;
};

function* bottleneckTerm({ binding, scene }: Subject): Generator<Term> {
  if (binding === undefined || binding.door.verdict === 'at-capacity') return;
  const { capacity, edge, flow } = binding.door;
  if (!seen(scene, edge)) return;
  const release: Change = { kind: 'release', edge, perTick: capacity };
  const term = { now: flow, compared: capacity, adds: capacity - flow };
  yield binding.kind === 'door'
    ? { ...term, kind: 'door-capacity-lost', edge, zone: null, undo: [release] }
    : {
        ...term,
        kind: 'zone-packed',
        edge: null,
        zone: binding.zone,
        undo: [release, { kind: 'make-room', zone: binding.zone }],
      };
}

/** Ways out of the zone that carry less than usual, where the bottleneck does not tell it already. */
function* outflows({ binding, scene, zone }: Subject): Generator<Term> {
  const { flows, graph, history } = scene;
  if (binding !== undefined && headOf(scene, binding) !== zone) return;
  for (const edge of (graph.out[zone] ?? []).filter((each) => seen(scene, each))) {
    const now = flowNow(flows, edge);
    const usual = usualFlow(history, edge);
    if (usual === undefined || now >= usual || edge === binding?.door.edge) continue;
    const undo = [{ kind: 'release', edge, perTick: usual } as const];
    const common = { edge, zone: null, now, compared: usual } as const;
    yield { ...common, kind: 'outflow-below-usual', adds: usual - now, undo };
  }
}

/** Nothing is unusual: more come in than go out. */
function* plainExcess({ scene, zone }: Subject): Generator<Term> {
  const sum = (edges: readonly number[] = []): number =>
    edges
      .filter((edge) => seen(scene, edge))
      .reduce((total, edge) => total + flowNow(scene.flows, edge), 0);
  const [coming, going] = [sum(scene.graph.into[zone]), sum(scene.graph.out[zone])];
  if (coming <= going) return;
  const adds = coming - going;
  const term = { edge: null, zone: null, now: coming, compared: going, adds, undo: [] } as const;
  yield { ...term, kind: 'inflow-exceeds-outflow' };
}
