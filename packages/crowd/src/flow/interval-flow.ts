/** The flow over one interval, between two passings. */
export interface IntervalFlow {
  /** Persons/s. */
  readonly flow: number;
  /** The frames between which those persons were timed. */
  readonly fromFrame: number;
  readonly toFrame: number;
}

/**
 * Flow per interval from a cumulative count, J = ΔN/Δt with Δt from the last passing of one
 * interval to the last passing of the next: whole headways are timed, so that a flow of few
 * persons does not jump with the interval's edges.
 *
 * Convention: the first interval begins with the first passing; each ends one frame after its
 * last passing; an interval without a passing has no entry, its time belongs to the next one; the
 * incomplete interval at the end is left out.
 * Source: PedPy, `compute_flow`.
 *
 * @param cumulative N per frame, from frame 0 (see `cumulativeCount`).
 * @param interval length of an interval, frames.
 * @param frameRate frames per second.
 */
export const intervalFlows = (
  cumulative: readonly number[],
  interval: number,
  frameRate: number,
): IntervalFlow[] => {
  const firstPassing = cumulative.findIndex((count) => count > 0);
  if (firstPassing < 0) return [];
  const flows: IntervalFlow[] = [];
  let [passed, fromFrame] = [0, firstPassing];
  for (const [frame, count] of cumulative.slice(0, -1).entries()) {
    const endsInterval = frame > firstPassing && (frame - firstPassing) % interval === 0;
    if (!endsInterval || count === passed) continue;
    const toFrame = cumulative.indexOf(count) + 1;
    const flow = ((count - passed) * frameRate) / (toFrame - fromFrame);
    flows.push({ flow, fromFrame, toFrame });
    [passed, fromFrame] = [count, toFrame];
  }
  return flows;
};
