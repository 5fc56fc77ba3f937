import { type PassageState, toTimestamp } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { countedBefore, FLOW_LOOKS, flowBetween, wasCounted } from './passage-flow.js';
import type { PassageTally } from './passage-tally.js';
import { plannedPerMinute } from './planned-flow.js';

/** What passes the passages, sampled every 10 s. */
export interface PassageSample {
  /** Of which 10 s of the clock it is; each is taken once. */
  readonly slot: number;
  /** The tallies of the last minute, oldest first. */
  readonly tallies: readonly (readonly PassageTally[])[];
  readonly passages: readonly PassageState[];
}

const SLOT_MS = 10_000;

/** A passage that was last counted so long ago is unknown, ms: three looks without a window. */
const STALE_MS = 30_000;

/** Before the first look. */
export const noSample = (plan: VenuePlan): PassageSample => ({
  slot: Number.NEGATIVE_INFINITY,
  tallies: [],
  passages: plan.venue.passages.map((_, index) =>
    passageState(plan, undefined, [], index, Number.NEGATIVE_INFINITY),
  ),
});

/** The sample at `now` (epoch ms); as it was until 10 s of the clock are over. */
export const samplePassages = (
  plan: VenuePlan,
  before: PassageSample,
  now: readonly PassageTally[],
  at: number,
): PassageSample => {
  const slot = Math.floor(at / SLOT_MS);
  if (slot === before.slot) return before;
  const tallies = [...before.tallies, now].slice(-FLOW_LOOKS - 1);
  const passages = plan.venue.passages.map((_, index) =>
    passageState(plan, now[index], before.tallies, index, at),
  );
  return { slot, tallies, passages };
};

const passageState = (
  plan: VenuePlan,
  tally: PassageTally | undefined,
  past: readonly (readonly PassageTally[])[],
  index: number,
  now: number,
): PassageState => {
  const known = tally !== undefined && wasCounted(tally) ? tally : undefined;
  const isStale = known !== undefined && now - known.countedUntil > STALE_MS;
  const flow = isStale ? undefined : flowBetween(countedBefore(past, index), known);
  return {
    passage: plan.venue.passages[index]?.id ?? '',
    at: known === undefined ? null : toTimestamp(known.countedUntil),
    flow: flow === undefined ? null : { in: Math.round(flow.in), out: Math.round(flow.out) },
    plannedPerMinute: plannedPerMinute(plan)[index] ?? 0,
    unknownBecause: flow !== undefined ? null : isStale ? 'stale' : 'not-counted',
  };
};
