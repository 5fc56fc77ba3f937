import type { Detection } from '../ports/person-detector.js';

const extent = ({ left, top, right, bottom }: Detection): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** Intersection over union of two boxes: 0 apart, 1 equal. */
export const overlap = (a: Detection, b: Detection): number => {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (extent(a) + extent(b) - shared);
};

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
