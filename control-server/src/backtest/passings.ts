/** A stretch of ticks: [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A limit counts as passed after this many ticks above it, and is left below 90 % of it for six. */
export const PASSED = { ticks: 3, leaves: 0.9, leaveTicks: 6 } as const;

/** When a zone was above its limit. @param densities persons/m², tick by tick. */
export const passings = (densities: readonly number[], limit: number): Stretch[] => {
  const found: Stretch[] = [];
  let [above, below, since] = [0, 0, -1];
  for (const [tick, density] of densities.entries()) {
    if (since < 0) {
      above = density >= limit ? above + 1 : 0;
      if (above < PASSED.ticks) continue;
      [since, below] = [tick - PASSED.ticks + 1, 0];
    } else {
      below = density < limit * PASSED.leaves ? below + 1 : 0;
      if (below < PASSED.leaveTicks) continue;
      found.push({ from: since, to: tick });
      [since, above] = [-1, 0];
    }
  }
  return since < 0 ? found : [...found, { from: since, to: densities.length }];
};
