import type { FlowPicture } from '../../forecast/flow-picture.js';
import { TICK_SECONDS } from '../../forecast/horizons.js';
import { ofPlan } from '../../venue-plan/of-plan.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import type { PassageTally } from '../../venue-state/passage-tally.js';
import { plannedPerSecond } from '../../venue-state/planned-flow.js';

/** A zone's main way out: the passage that has shown the greatest flow out of it. */
export interface WayOut {
  readonly passage: string;
  /** m² of the zone that it leads out of. */
  readonly area: number;
  /** Persons per second out of the zone: over the last half minute, and the most shown of late that can last. */
  readonly flow: number;
  readonly capacity: number;
}

/** Share of its plan that a passage must have shown, before what it showed counts as what it can. */
const LEAST_SHOWN = 0.3;

/**
 * Share of a Poisson count's variance that a mean with a memory of 25 s keeps. The most that such a
 * mean has shown is more than the way out can carry for long: two standard deviations are taken off.
 */
const KEPT_VARIANCE = 0.35 / (2 - 0.35);

/** Persons per tick that are carried for long by a way out that has shown `best` at most. */
const lasting = (best: number): number => Math.max(0, best - 2 * Math.sqrt(KEPT_VARIANCE * best));

/** Milliseconds after its last window from which a line's flow is not known. */
const COUNTED_MS = 30_000;

/** Edges that lead out of each zone, by rising index: 2p is passage p along from → to, 2p + 1 against. */
const edgesOut = ofPlan(({ venue, zoneIndex, zones }) => {
  const out: number[][] = zones.map(() => []);
  for (const [index, { from, to }] of venue.passages.entries()) {
    out[zoneIndex.get(from) ?? -1]?.push(2 * index);
    out[zoneIndex.get(to) ?? -1]?.push(2 * index + 1);
  }
  return out;
});

/**
 * The main way out of a zone, by its place in the plan; undefined where none is known at `now`
 * (epoch ms). Worked out where it is asked for: in most zones nobody waits.
 */
export type WaysOut = (zone: number) => WayOut | undefined;

export const waysOut = (
  plan: VenuePlan,
  { best, quick }: Pick<FlowPicture, 'best' | 'quick'>,
  tallies: readonly PassageTally[],
  now: number,
): WaysOut => {
  const out = edgesOut(plan);
  const planned = plannedPerSecond(plan);
  return (zone) => {
    let main = -1;
    let greatest = 0;
    for (const edge of out[zone] ?? []) {
      const passage = edge >> 1;
      const countedUntil = tallies[passage]?.countedUntil ?? Number.NEGATIVE_INFINITY;
      if (now - countedUntil > COUNTED_MS) continue;
      const capacity = lasting(best[edge] ?? 0) / TICK_SECONDS;
      if (capacity < LEAST_SHOWN * (planned[passage] ?? 0) || capacity <= greatest) continue;
      [main, greatest] = [edge, capacity];
    }
    if (main < 0) return undefined;
    return {
      passage: plan.venue.passages[main >> 1]?.id ?? '',
      area: plan.zones[zone]?.area ?? 0,
      flow: (quick[main] ?? 0) / TICK_SECONDS,
      capacity: greatest,
    };
  };
};
