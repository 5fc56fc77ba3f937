import type { MeasurementWindow } from '@throng/contract';
import { windowEnd } from '../admission/window-time.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** Who crossed a passage since the server started, as far as it was heard live. */
export interface PassageTally {
  /** Persons: crossings divided by the line's recall. `in` counts from → to. */
  readonly in: number;
  readonly out: number;
  /** End of the newest window that counted here, epoch ms. */
  readonly countedUntil: number;
}

export const emptyTally: PassageTally = {
  in: 0,
  out: 0,
  countedUntil: Number.NEGATIVE_INFINITY,
};

/** A line that catches less than this share tells too little to be scaled up. */
const LEAST_RECALL = 0.2;

/** The tallies after a live window; the same array where it counts no passage. */
export const withCrossings = (
  plan: VenuePlan,
  tallies: readonly PassageTally[],
  window: MeasurementWindow,
): readonly PassageTally[] => {
  const counted = window.passages.filter(({ recall }) => recall >= LEAST_RECALL);
  if (counted.length === 0) return tallies;
  const next = [...tallies];
  for (const { passage, recall, ...crossed } of counted) {
    const index = plan.passages.get(passage);
    if (index === undefined) continue;
    const tally = next[index] ?? emptyTally;
    next[index] = {
      in: tally.in + crossed.in / recall,
      out: tally.out + crossed.out / recall,
      countedUntil: Math.max(tally.countedUntil, windowEnd(window)),
    };
  }
  return next;
};
