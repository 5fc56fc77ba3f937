import type {
  CapacityLimit,
  CapacityRule,
  PassageDefinition,
  SafeCapacity,
  VenueCapacity,
  ZoneCapacity,
} from '@throng/contract';
import {
  entryCapacity,
  exitCapacity,
  exitFlowPerMinute,
  holdingCapacity,
  largeFloorCapacity,
} from '@throng/crowd';
import { isStepped } from '../venue-plan/is-stepped.js';
import { passageWidth } from '../venue-plan/passage-width.js';
import type { VenuePlan, ZonePlan } from '../venue-plan/venue-plan.js';
import type { CapacityRules } from './capacity-rules.js';
import { flowFinder, type GreatestFlow } from './greatest-flow.js';

/**
 * For how many there is room in each zone and in the venue: by ground, gates and ways out, each
 * rule beside the one that binds (SPEC SC1–SC3).
 */
export const safeCapacity = (plan: VenuePlan, rules: CapacityRules): SafeCapacity => {
  const work = workOutCapacity(plan, rules);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
};

/** The same with a pause after each zone: a thousand of them take seconds. */
export function* workOutCapacity(
  plan: VenuePlan,
  rules: CapacityRules,
): Generator<void, SafeCapacity> {
  const { passages } = plan.venue;
  const outside = plan.zones.length;
  const node = (end: string): number => plan.zoneIndex.get(end) ?? outside;
  const ends = passages.map(({ from, to }) => [node(from), node(to)] as const);
  const exits = ends.flatMap((pair, way) => (pair.includes(outside) ? [way] : []));
  const gates = exits.filter((way) => ends[way]?.[0] === outside);
  const perMinute = passages.map(
    (passage) =>
      passageWidth(passage) * exitFlowPerMinute[isStepped(plan, passage) ? 'stepped' : 'level'],
  );
  const perHour = passages.map((passage, way) => {
    if (!exits.includes(way)) return 60 * (perMinute[way] ?? 0);
    return gates.includes(way) ? entryCapacity(entryPoints(passage, rules)) : 0;
  });
  const flowOut = flowFinder({ nodes: outside + 1, ends, capacity: perMinute });
  const flowIn = flowFinder({ nodes: outside + 1, ends, capacity: perHour });
  const named = (ways: readonly number[]): string[] =>
    ways.flatMap((way) => passages[way]?.id ?? []);
  const exitTime = ({ flow, narrowest }: GreatestFlow): CapacityLimit => ({
    rule: 'exit-time',
    persons: exitCapacity(flow, rules.egressMinutes),
    passages: named(narrowest),
  });
  // A venue drawn without a gate is filled in a way that is not known.
  const entry = ({ flow, narrowest }: GreatestFlow): CapacityLimit[] =>
    gates.length === 0
      ? []
      : [{ rule: 'entry-points', persons: Math.floor(flow), passages: named(narrowest) }];
  const through = (ways: readonly number[], capacity: readonly number[]): GreatestFlow => ({
    flow: sum(ways.map((way) => capacity[way] ?? 0)),
    narrowest: ways,
  });
  const zones: ZoneCapacity[] = [];
  for (const [index, zone] of plan.zones.entries()) {
    const limits = [
      ...groundLimits(zone),
      ...entry(flowIn(outside, index)),
      exitTime(flowOut(index, outside)),
    ];
    zones.push({ zone: zone.definition.id, ...leastOf(limits) });
    yield;
  }
  const venue = leastOf([
    ...groundOfAll(plan.zones),
    ...entry(through(gates, perHour)),
    exitTime(through(exits, perMinute)),
  ]);
  return { egressMinutes: rules.egressMinutes, venue, zones };
}

/** Entry points, as turnstiles or search lanes, that a gate has room for: at least one. */
const entryPoints = (passage: PassageDefinition, { entryPointMetres }: CapacityRules): number =>
  Math.max(1, Math.floor(passageWidth(passage) / entryPointMetres));

const groundLimits = ({ area, definition: { kind } }: ZonePlan): CapacityLimit[] => {
  const large = largeFloorCapacity(area);
  return [
    {
      rule: kind === 'viewing' ? 'standing-density' : 'level-of-service-d',
      persons: holdingCapacity(kind, area),
    },
    ...(large === undefined ? [] : [{ rule: 'large-floor' as const, persons: large }]),
  ];
};

/**
 * The ground of a venue holds what its zones hold together, each by its own strictest rule; the
 * rule that is named is the one that rules over most of them.
 */
const groundOfAll = (zones: readonly ZonePlan[]): CapacityLimit[] => {
  const held = zones.map((zone) => leastOf(groundLimits(zone)));
  const byRule = new Map<CapacityRule, number>();
  for (const { binding, persons } of held) {
    byRule.set(binding, (byRule.get(binding) ?? 0) + persons);
  }
  const [first] = [...byRule].sort(([, a], [, b]) => b - a);
  return first === undefined ? [] : [{ rule: first[0], persons: sum([...byRule.values()]) }];
};

const leastOf = (limits: readonly CapacityLimit[]): VenueCapacity => {
  const sorted = limits.toSorted((a, b) => a.persons - b.persons);
  const least = sorted[0] ?? { rule: 'exit-time', persons: 0 };
  return { persons: least.persons, binding: least.rule, limits: sorted };
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
