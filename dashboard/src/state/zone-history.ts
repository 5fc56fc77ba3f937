import type { ZoneState } from '@throng/contract';

/** One moment of a zone; a null density is a moment that nobody measured. */
export interface HistoryPoint {
  /** Event time, epoch milliseconds. */
  readonly at: number;
  /** Persons/m². */
  readonly density: number | null;
}

/** The last minutes of each zone, oldest first. */
export type ZoneHistories = ReadonlyMap<string, readonly HistoryPoint[]>;

/** Event-time milliseconds between kept points, and for how long they are kept. */
export const HISTORY_STEP = 5_000;
export const HISTORY_SPAN = 15 * 60_000;

/** The histories with the zones' present state added, once per step; bounded by the span. */
export const recordZones = (
  histories: ZoneHistories,
  zones: ReadonlyMap<string, ZoneState>,
  at: number,
): ZoneHistories => {
  const newest = Math.max(
    Number.NEGATIVE_INFINITY,
    ...[...histories.values()].map((points) => points.at(-1)?.at ?? Number.NEGATIVE_INFINITY),
  );
  if (at >= newest && at < newest + HISTORY_STEP) return histories;
  return new Map(
    [...zones].map(([id, { reading }]) => {
      const point = { at, density: reading?.density ?? null };
      // Time that runs backwards is another evening: a replay was started or the server replaced.
      const before = (histories.get(id) ?? []).filter(
        (kept) => kept.at < at && kept.at >= at - HISTORY_SPAN,
      );
      return [id, [...before, point]];
    }),
  );
};

/** What the server's record knows from before the page was opened, joined to what the page saw. */
export const withRecord = (
  histories: ZoneHistories,
  zone: string,
  record: readonly HistoryPoint[],
): ZoneHistories => {
  const seen = histories.get(zone) ?? [];
  const first = seen[0]?.at ?? Number.POSITIVE_INFINITY;
  const older = record.filter(({ at }) => at < first).sort((a, b) => a.at - b.at);
  return older.length === 0 ? histories : new Map([...histories, [zone, [...older, ...seen]]]);
};

/** Points with a null set wherever more than three steps are missing, so that no line bridges the hole. */
export const withHoles = (points: readonly HistoryPoint[]): HistoryPoint[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    const isHole = before !== undefined && point.at - before.at > 3 * HISTORY_STEP;
    return isHole ? [{ at: before.at + HISTORY_STEP, density: null }, point] : [point];
  });
