import type { HistoryQuery, ZonePoint } from './measurement-store.js';
import type { ZoneRow } from './rows.js';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const sumOf = <Entry>(entries: readonly Entry[], of: (entry: Entry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);

const groupBy = <Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key) => {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  }
  return groups;
};

/**
 * The steps of a zone's past, straight from their definition: windows end at `at`, so the step that
 * begins at b holds those with b < at ≤ b + step; means per camera, then the sum over cameras.
 */
export const zonePoints = (
  rows: readonly ZoneRow[],
  { zone, from, to, step }: HistoryQuery,
): ZonePoint[] => {
  const within = rows.filter((row) => row.zone === zone && row.at > from && row.at <= to);
  const steps = groupBy(within, (row) => from + Math.floor((row.at - 1 - from) / step) * step);
  return [...steps]
    .map(([at, inStep]) => {
      const cameras = [...groupBy(inStep, (row) => row.camera).values()].map((windows) => ({
        persons: mean(windows.map((row) => row.persons)),
        sigma: mean(windows.map((row) => row.sigma)),
        area: mean(windows.map((row) => row.area)),
        seconds: Math.min(
          step,
          sumOf(windows, (row) => row.seconds),
        ),
      }));
      return {
        at,
        persons: sumOf(cameras, (camera) => camera.persons),
        sigma: Math.sqrt(sumOf(cameras, (camera) => camera.sigma ** 2)),
        area: sumOf(cameras, (camera) => camera.area),
        areaSeconds: sumOf(cameras, (camera) => camera.area * camera.seconds),
        densityP95: Math.max(...inStep.map((row) => row.densityP95)),
      };
    })
    .sort((a, b) => a.at - b.at);
};
