import type { Point } from '../geometry/index.js';

/**
 * One person's way through a recording. `frames` rises strictly; `points[i]` is where the person
 * was in `frames[i]`, metres. Both have the same length.
 *
 * Trajectories serve the science and its tests; they never leave the process of an edge agent.
 */
export interface Trajectory {
  readonly id: number;
  readonly frames: readonly number[];
  readonly points: readonly Point[];
}

/** One move from one sample to the next. */
export interface Step {
  /** The frame in which the step ends. */
  readonly frame: number;
  readonly from: Point;
  readonly to: Point;
}

/** The moves of a trajectory, in order: one fewer than its points. */
export function* steps({ frames, points }: Trajectory): Generator<Step> {
  let from: Point | undefined;
  for (const [index, to] of points.entries()) {
    const frame = frames[index];
    if (frame === undefined) throw new RangeError(`Point ${index} of a trajectory has no frame.`);
    if (from !== undefined) yield { frame, from, to };
    from = to;
  }
}
