import { orientation, type Point, type Segment, segmentsIntersect } from '../geometry/index.js';

/**
 * Whether the move from `previous` to `current` crosses `line`, and which way:
 * +1 from its right to its left (seen when looking from `line.from` to `line.to`, y up),
 * −1 from its left to its right, 0 not at all.
 *
 * Convention: a point exactly on the line counts as still on its right, so that a person who
 * steps on the line and back has not crossed it, and one who rests on it is counted once. The
 * sum over a walk is thus its net number of crossings.
 */
export const crossing = (previous: Point, current: Point, line: Segment): -1 | 0 | 1 => {
  const wasLeft = orientation(line.from, line.to, previous) > 0;
  const isLeft = orientation(line.from, line.to, current) > 0;
  if (wasLeft === isLeft) return 0;
  if (!segmentsIntersect({ from: previous, to: current }, line)) return 0;
  return isLeft ? 1 : -1;
};
