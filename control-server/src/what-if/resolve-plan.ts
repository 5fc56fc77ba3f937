import {
  type Direction,
  fail,
  OUTSIDE,
  ok,
  type Result,
  type WhatIfAction,
} from '@throng/contract';
import { TICK_SECONDS } from '../forecast/horizons.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** A plan whose passages and zones are known: edges 2p along a passage, 2p + 1 against it. */
export interface ResolvedPlan {
  /** Null: nothing is done. */
  readonly name: string | null;
  readonly closed: ReadonlySet<number>;
  readonly opened: ReadonlySet<number>;
  /** Persons per tick that an edge is let carry at most. */
  readonly limits: ReadonlyMap<number, number>;
  /** Share of its present flow that an edge is let carry at most. */
  readonly slowed: ReadonlyMap<number, number>;
  /** Per zone: whether its people have to leave. */
  readonly evacuated: readonly boolean[];
}

export const doNothing = ({ zones }: Pick<VenuePlan, 'zones'>): ResolvedPlan => ({
  name: null,
  closed: new Set(),
  opened: new Set(),
  limits: new Map(),
  slowed: new Map(),
  evacuated: zones.map(() => false),
});

export type PlanFault = 'unknown-place' | 'contradiction';

/** Finds a plan's passages and zones; all that are not of the venue are named at once (SPEC WI1). */
export const resolvePlan = (
  venue: VenuePlan,
  { actions, name }: { readonly name: string; readonly actions: readonly WhatIfAction[] },
): Result<ResolvedPlan, PlanFault> => {
  const missing = unknownPlaces(venue, actions);
  if (missing.length > 0) {
    const message = `plan "${name}": the venue has no ${missing.join(', no ')}`;
    return fail('unknown-place', message);
  }
  const closed = new Set<number>();
  const opened = new Set<number>();
  const limits = new Map<number, number>();
  const slowed = new Map<number, number>();
  let evacuated = venue.zones.map(() => false);
  for (const action of actions) {
    if (action.kind === 'evacuate') {
      const { zones } = action;
      evacuated = evacuated.map(
        (already, zone) =>
          already || zones === undefined || zones.includes(venue.zones[zone]?.definition.id ?? ''),
      );
      continue;
    }
    for (const edge of edgesOf(venue, action)) {
      if (action.kind === 'close') closed.add(edge);
      else if (action.kind === 'open') opened.add(edge);
      else if (action.kind === 'limit') limits.set(edge, (action.perMinute * TICK_SECONDS) / 60);
      else slowed.set(edge, action.share);
    }
  }
  const twice = [...opened].find((edge) => closed.has(edge));
  if (twice !== undefined) {
    const passage = venue.venue.passages[twice >> 1]?.id ?? '';
    const message = `plan "${name}" opens and closes "${passage}" in one direction; keep one of them`;
    return fail('contradiction', message);
  }
  return ok({ name, closed, opened, limits, slowed, evacuated });
};

const unknownPlaces = (
  { passages, zoneIndex }: VenuePlan,
  actions: readonly WhatIfAction[],
): string[] => {
  const places = actions.flatMap((action) =>
    action.kind === 'evacuate'
      ? (action.zones ?? []).filter((id) => !zoneIndex.has(id)).map((id) => `zone "${id}"`)
      : passages.has(action.passage)
        ? []
        : [`passage "${action.passage}"`],
  );
  return [...new Set(places)];
};

/** The edges that an action speaks of. Without a direction: both; of a gate that is throttled, those who come in. */
const edgesOf = (
  { passages, venue }: VenuePlan,
  { direction, kind, passage }: Exclude<WhatIfAction, { kind: 'evacuate' }>,
): number[] => {
  const index = passages.get(passage) ?? 0;
  const { from, to } = venue.passages[index] ?? { from: '', to: '' };
  const entering: Direction = from === OUTSIDE ? 'in' : to === OUTSIDE ? 'out' : 'both';
  const isThrottled = kind === 'limit' || kind === 'slow';
  const chosen = direction ?? (isThrottled ? entering : 'both');
  const edges = { in: [2 * index], out: [2 * index + 1], both: [2 * index, 2 * index + 1] };
  return edges[chosen];
};
