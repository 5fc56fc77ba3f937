import { isOnSegment, type Segment, segmentsIntersect } from '../geometry/index.js';
import { steps, type Trajectory } from '../trajectory/index.js';

/**
 * The frame in which a person crosses `line`, or undefined when that never happens.
 *
 * Counting convention: a crossing counts on the first movement that touches the line and does
 * not end on it, in either direction.
 */
export const crossingFrame = (trajectory: Trajectory, line: Segment): number | undefined => {
  for (const { frame, from, to } of steps(trajectory)) {
    if (segmentsIntersect({ from, to }, line) && !isOnSegment(line, to)) return frame;
  }
  return undefined;
};

/**
 * The cumulative count N(t), persons: how many have crossed `line` up to and including each frame.
 *
 * Each person counts once, by the convention of `crossingFrame`. Source: PedPy, `compute_n_t`.
 *
 * @returns element f is N at frame f, from frame 0 to the last frame of any trajectory.
 */
export const cumulativeCount = (trajectories: readonly Trajectory[], line: Segment): number[] => {
  const lastFrame = trajectories.reduce(
    (last, { frames }) => Math.max(last, frames.at(-1) ?? -1),
    -1,
  );
  const crossings = trajectories
    .flatMap((trajectory) => crossingFrame(trajectory, line) ?? [])
    .sort((a, b) => a - b);
  let count = 0;
  return Array.from({ length: lastFrame + 1 }, (_, frame) => {
    while (count < crossings.length && (crossings[count] ?? frame) <= frame) count += 1;
    return count;
  });
};
