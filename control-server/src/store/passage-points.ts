import { LEAST_RECALL, type PassagePoint, type PassageQuery } from './event-record.js';
import type { PassageRow } from './rows.js';

interface Sums {
  readonly at: number;
  in: number;
  out: number;
  readonly seconds: Map<string, number>;
}

/** The steps of a passage's past, straight from their definition: windows end at `at`, b < at ≤ b + step. */
export const passagePoints = (
  rows: readonly PassageRow[],
  { from, passage, step, to }: PassageQuery,
): PassagePoint[] => {
  const steps = new Map<number, Sums>();
  for (const row of rows) {
    if (row.passage !== passage || row.at <= from || row.at > to) continue;
    if (row.recall < LEAST_RECALL) continue;
    const at = from + Math.floor((row.at - 1 - from) / step) * step;
    const sums = steps.get(at) ?? { at, in: 0, out: 0, seconds: new Map() };
    sums.in += row.in / row.recall;
    sums.out += row.out / row.recall;
    sums.seconds.set(row.camera, (sums.seconds.get(row.camera) ?? 0) + row.seconds);
    steps.set(at, sums);
  }
  return [...steps.values()]
    .map(({ seconds, ...sums }) => ({ ...sums, seconds: Math.max(...seconds.values()) }))
    .sort((a, b) => a.at - b.at);
};
