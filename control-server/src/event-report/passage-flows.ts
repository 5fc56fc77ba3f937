import type { PublishedEvening, PublishedPassage } from './published-evening.js';
import type { PublishedCount } from './suppression.js';

/** A flow over some minutes, both directions together; `at` is its begin, epoch seconds. */
export interface FlowPeak {
  readonly at: number;
  readonly perMinute: number;
  /** Share of what the passage's width is planned to carry. */
  readonly share: number;
}

const PEAK_SECONDS = 900;

/** What is left out counts as nought: a flow is told from published counts alone. */
const toldOf = (count: PublishedCount): number | null => (count === 'few' ? 0 : count);

/** Persons who crossed in each step, both directions together; null where not counted. */
export const crossingsOf = (passage: PublishedPassage): (number | null)[] =>
  passage.in.map((forth, at) => {
    const [a, b] = [toldOf(forth), toldOf(passage.out[at] ?? null)];
    return a === null || b === null ? null : a + b;
  });

/**
 * Mean flow over the `seconds` until the end of each step, persons/s; null where a step of them was
 * not counted.
 */
export const slidingFlow = (
  crossings: readonly (number | null)[],
  step: number,
  seconds: number,
): (number | null)[] => {
  const span = Math.max(1, Math.round(seconds / step));
  return crossings.map((_, end) => {
    if (end + 1 < span) return null;
    let sum = 0;
    for (let at = end + 1 - span; at <= end; at += 1) {
      const count = crossings[at] ?? null;
      if (count === null) return null;
      sum += count;
    }
    return sum / (span * step);
  });
};

/** The busiest quarter of an hour; null where none was counted throughout. */
export const peakFlow = (
  passage: PublishedPassage,
  { asked, step }: Pick<PublishedEvening, 'asked' | 'step'>,
): FlowPeak | null => {
  const span = Math.max(1, Math.round(PEAK_SECONDS / step));
  let [best, found] = [-1, -1];
  for (const [end, flow] of slidingFlow(crossingsOf(passage), step, PEAK_SECONDS).entries()) {
    if (flow !== null && flow > best) [best, found] = [flow, end];
  }
  if (found < 0) return null;
  return {
    at: asked.from + (found + 1 - span) * step,
    perMinute: best * 60,
    share: best / passage.capacity,
  };
};
