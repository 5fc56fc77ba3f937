import { distance } from '../geometry/index.js';
import type { Trajectory } from '../trajectory/index.js';

/**
 * A person's speed at each sample: v(i) = |x(i + n) − x(i − n)| / (t(i + n) − t(i − n)), m/s,
 * with n = `frameStep` samples.
 *
 * Borders: where one of the two samples is missing, the sample itself stands in for it, so the
 * window is one-sided and half as long. Where both are missing the speed is unknown.
 * The chord is measured, so sway is smoothed and a turn within the window reads slower.
 * Source: PedPy, `compute_individual_speed` with `SpeedCalculation.BORDER_SINGLE_SIDED`.
 *
 * @param frameRate frames per second.
 * @returns one speed per sample; undefined where it is unknown.
 */
export const individualSpeed = (
  { frames, points }: Trajectory,
  frameRate: number,
  frameStep = 5,
): (number | undefined)[] =>
  points.map((_, index) => {
    const start = index >= frameStep ? index - frameStep : index;
    const end = index + frameStep < points.length ? index + frameStep : index;
    const [from, to] = [points[start], points[end]];
    const [before, after] = [frames[start], frames[end]];
    if (start === end || !from || !to || before === undefined || after === undefined) {
      return undefined;
    }
    return (distance(from, to) * frameRate) / (after - before);
  });
