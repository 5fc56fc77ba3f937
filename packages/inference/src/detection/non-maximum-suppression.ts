import type { Detection } from '../ports/person-detector.js';
import { overlap } from './box.js';

/**
 * Keeps of boxes that overlap by more than `limit` the one of the highest score (greedy, in
 * falling order of score), so that a person found several times counts once.
 */
export const suppressNonMaxima = (
  boxes: readonly Detection[],
  limit: number,
): readonly Detection[] => {
  const kept: Detection[] = [];
  for (const box of boxes.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((better) => overlap(better, box) <= limit)) kept.push(box);
  }
  return kept;
};
