import type { Explanation, Timestamp } from '@throng/contract';
import { findBinding } from '../bottleneck/find-binding.js';
import { type FlowScene, flowNow, PER_MINUTE } from '../bottleneck/flow-scene.js';
import { headOf, toldBottleneck } from '../bottleneck/told-bottleneck.js';
import { passageOf } from '../bottleneck/venue-graph.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { rankCauses } from './causes.js';
import { searchRemedies } from './remedies.js';
import { Rehearsal } from './rerun.js';
import type { Subject } from './subject.js';

/** What is asked: why, and what would help. */
export interface Question {
  readonly at: Timestamp;
  readonly forecast: VenueForecast;
  readonly scene: FlowScene;
  /** Index of the zone, and the limit of every zone, persons/m². */
  readonly zone: number;
  readonly limits: readonly number[];
}

/** Unseen zones and passages that are named. */
const MOST_NAMED = 8;

/** Why a zone is or gets too full, and what staff could do about it. */
export const explainZone = ({ at, forecast, limits, scene, zone }: Question): Explanation => {
  const limit = limits[zone] ?? Number.POSITIVE_INFINITY;
  const rehearsal = new Rehearsal(forecast, scene, zone);
  const binding = findBinding(scene, zone);
  const expected = rehearsal.expected(0, limit);
  const subject: Subject = { scene, zone, limit, limits, rehearsal, binding, expected };
  const ways = scene.graph;
  return {
    at,
    limit,
    inPerMinute: seenFlow(scene, ways.into[zone]),
    outPerMinute: seenFlow(scene, ways.out[zone]),
    expected,
    bottleneck: binding === undefined ? null : toldBottleneck(scene, binding, zone),
    causes: rankCauses(subject),
    remedies: searchRemedies(subject),
    ...whatIsKnown(subject),
  };
};

const seenFlow = ({ flows, seenPassages }: FlowScene, edges: readonly number[] = []): number => {
  const seen = edges.filter((edge) => seenPassages[passageOf(edge)] === true);
  return Math.round(seen.reduce((sum, edge) => sum + flowNow(flows, edge), 0) * PER_MINUTE);
};

/** How much of what it rests on is seen: the zone, the one before its bottleneck, and their ways and neighbours. */
const whatIsKnown = ({
  binding,
  scene,
  zone,
}: Subject): Pick<Explanation, 'known' | 'unseenZones' | 'unseenPassages'> => {
  const { graph, seenPassages, seenZones } = scene;
  const centres = [...new Set([zone, ...(binding === undefined ? [] : [headOf(scene, binding)])])];
  const edges = centres.flatMap((each) => [
    ...(graph.out[each] ?? []),
    ...(graph.into[each] ?? []),
  ]);
  const passages = [...new Set(edges.map(passageOf))];
  const ends = edges.flatMap((edge) => [
    graph.network.from[edge] ?? -1,
    graph.network.to[edge] ?? -1,
  ]);
  const zones = [...new Set([...centres, ...ends])].filter((each) => each >= 0);
  const unseenPassages = passages.filter((passage) => seenPassages[passage] !== true);
  const unseenZones = zones.filter((each) => seenZones[each] !== true);
  const all = passages.length + zones.length;
  return {
    known: Math.round((1 - (unseenPassages.length + unseenZones.length) / all) * 100) / 100,
    unseenZones: unseenZones.slice(0, MOST_NAMED).map((each) => graph.zones[each]?.id ?? ''),
    unseenPassages: unseenPassages.slice(0, MOST_NAMED).map((each) => graph.passages[each] ?? ''),
  };
};
