/**
 * Fills what nobody knows of a zone by the straight line between what is known before and after, and
 * by the nearest of them at the ends. A zone of which nothing is known stays unknown.
 *
 * @param ticks persons per zone, tick by tick; not a number where unknown.
 */
export const bridgeGaps = (ticks: readonly Float64Array[]): Float64Array[] => {
  const bridged = ticks.map((persons) => persons.slice());
  const zones = ticks[0]?.length ?? 0;
  for (let zone = 0; zone < zones; zone += 1) {
    const at = (tick: number): number => ticks[tick]?.[zone] ?? Number.NaN;
    let before = -1;
    for (let tick = 0; tick <= ticks.length; tick += 1) {
      if (tick < ticks.length && Number.isNaN(at(tick))) continue;
      for (let gap = before + 1; gap < tick; gap += 1) {
        const persons = bridged[gap];
        if (persons !== undefined) persons[zone] = between(at, before, tick, gap);
      }
      before = tick;
    }
  }
  return bridged;
};

/** @param at not a number before the first tick and after the last. */
const between = (
  at: (tick: number) => number,
  before: number,
  after: number,
  tick: number,
): number => {
  const [from, to] = [at(before), at(after)];
  if (Number.isNaN(from)) return to;
  if (Number.isNaN(to)) return from;
  return from + ((tick - before) / (after - before)) * (to - from);
};
