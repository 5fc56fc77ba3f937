import { doorCapacity } from '@throng/crowd';
import type { FlowPicture } from '../../forecast/flow-picture.js';
import { TICK_SECONDS } from '../../forecast/horizons.js';
import { passageWidth } from '../../venue-plan/passage-width.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import type { PassageTally } from '../../venue-state/passage-tally.js';

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

/** The main way out of each zone, in the order of the plan; undefined where none is known at `now` (epoch ms). */
export const waysOut = (
  { venue, zoneIndex, zones }: VenuePlan,
  { best, quick }: Pick<FlowPicture, 'best' | 'quick'>,
  tallies: readonly PassageTally[],
  now: number,
): readonly (WayOut | undefined)[] => {
  const main: (WayOut | undefined)[] = zones.map(() => undefined);
  for (const [index, passage] of venue.passages.entries()) {
    const countedUntil = tallies[index]?.countedUntil ?? Number.NEGATIVE_INFINITY;
    if (now - countedUntil > COUNTED_MS) continue;
    const planned = doorCapacity(passageWidth(passage));
    for (const [edge, source] of [
      [2 * index, passage.from],
      [2 * index + 1, passage.to],
    ] as const) {
      const zone = zoneIndex.get(source);
      const capacity = lasting(best[edge] ?? 0) / TICK_SECONDS;
      if (zone === undefined || capacity < LEAST_SHOWN * planned) continue;
      if (capacity <= (main[zone]?.capacity ?? 0)) continue;
      const flow = (quick[edge] ?? 0) / TICK_SECONDS;
      main[zone] = { passage: passage.id, area: zones[zone]?.area ?? 0, flow, capacity };
    }
  }
  return main;
};
