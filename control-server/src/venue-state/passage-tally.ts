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

/** Live windows that came since the last tick, the newest first. */
export interface UncountedWindows {
  readonly window: MeasurementWindow;
  readonly before: UncountedWindows | null;
}

/** With one more; the same where it counts no passage. */
export const withUncounted = (
  before: UncountedWindows | null,
  window: MeasurementWindow,
): UncountedWindows | null =>
  window.passages.some(({ recall }) => recall >= LEAST_RECALL) ? { window, before } : before;

/**
 * The tallies after the windows that came since the last tick; the same array where none came. All at
 * once: a copy of thousands of tallies for each window would be most of what the server throws away.
 */
export const countCrossings = (
  plan: VenuePlan,
  tallies: readonly PassageTally[],
  uncounted: UncountedWindows | null,
): readonly PassageTally[] => {
  if (uncounted === null) return tallies;
  const next = [...tallies];
  for (const window of inOrder(uncounted)) {
    const end = windowEnd(window);
    for (const { passage, recall, in: forth, out } of window.passages) {
      const index = plan.passages.get(passage);
      if (index === undefined || recall < LEAST_RECALL) continue;
      const tally = next[index] ?? emptyTally;
      next[index] = {
        in: tally.in + forth / recall,
        out: tally.out + out / recall,
        countedUntil: Math.max(tally.countedUntil, end),
      };
    }
  }
  return next;
};

/** As they came. */
const inOrder = (newest: UncountedWindows): MeasurementWindow[] => {
  const windows: MeasurementWindow[] = [];
  for (let each: UncountedWindows | null = newest; each !== null; each = each.before) {
    windows.push(each.window);
  }
  return windows.reverse();
};
