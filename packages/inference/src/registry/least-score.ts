import type { ModelEntry } from '@throng/contract';

/** Confidence below which detections do not count, where nobody says otherwise. */
export const LEAST_SCORE = 0.4;

/**
 * Confidence below which a model's detections do not count: the entry's own word, else the least
 * that its graph lets through, else `LEAST_SCORE`.
 */
export const leastScoreOf = (entry: ModelEntry | undefined): number => {
  if (entry?.leastScore !== undefined) return entry.leastScore;
  const scores = entry?.output?.scores;
  const least = scores !== undefined && 'least' in scores ? scores.least : undefined;
  return typeof least === 'number' ? least : LEAST_SCORE;
};
