import { toTimestamp, type VenueRecord, type ZoneRecord } from '@throng/contract';
import { timeOf } from '../alerting/alert-cause.js';
import type { RecordedTransition } from '../store/event-record.js';
import type { ZonePoint } from '../store/measurement-store.js';
import type { ZonePlan } from '../venue-plan/venue-plan.js';

/** A period in steps, epoch seconds; `from` is a whole number of steps. */
export interface RecordPeriod {
  readonly from: number;
  readonly step: number;
  readonly steps: number;
}

/** Steps in a unit of what is told: finer is neither known nor worth its bytes. */
const STEPS = 100;

const rounded = (value: number): number => Math.round(value * STEPS) / STEPS;

/** A zone's points as columns, a null for each step that nobody measured. */
export const zoneRecord = (
  { area, definition }: ZonePlan,
  points: readonly ZonePoint[],
  { from, step, steps }: RecordPeriod,
): ZoneRecord => {
  const density: (number | null)[] = Array.from({ length: steps }, () => null);
  const coverage = [...density];
  for (const point of points) {
    const index = Math.floor((point.at - from) / step);
    if (index < 0 || index >= steps || point.area <= 0) continue;
    density[index] = rounded(point.persons / point.area);
    coverage[index] = rounded(Math.min(1, point.area / area));
  }
  return { zone: definition.id, density, coverage };
};

/** The record of a period, from what the store has of it. */
export const venueRecord = (
  { from, step, steps }: RecordPeriod,
  zones: readonly ZoneRecord[],
  transitions: readonly RecordedTransition[],
): VenueRecord => ({
  from: toTimestamp(from * 1_000),
  step,
  steps,
  zones: [...zones],
  changes: transitions.map(({ alert, kind }) => ({ at: timeOf(kind, alert), kind, alert })),
});
