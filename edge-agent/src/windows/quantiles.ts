import type { Latency } from '@throng/contract';

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** Median and 95th percentile (nearest rank) in whole milliseconds; undefined for no values. */
export const latencyOf = (milliseconds: readonly number[]): Latency | undefined => {
  if (milliseconds.length === 0) return undefined;
  const sorted = milliseconds
    .map((value) => Math.min(600_000, Math.max(0, Math.round(value))))
    .toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};
