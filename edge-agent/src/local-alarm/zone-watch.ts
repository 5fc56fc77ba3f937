import type { MeasurementWindow, ZoneMeasurement } from '@throng/contract';
import { LIMITS } from '@throng/contract';
import { advanceLatch, type Delays, type Latch, latchOff, type Signal } from '@throng/crowd';

/** Share of the critical density by which it must fall before the alarm may end. */
const DEADBAND = 0.1;

/** What is known of one zone by one camera. */
export interface ZoneWatch {
  readonly camera: string;
  readonly zone: string;
  readonly latch: Latch;
  readonly persons: number;
  /** Persons/m². */
  readonly density: number;
  /** End of the newest window, epoch ms. */
  readonly at: number;
}

export const unwatched = (camera: string, zone: string): ZoneWatch => ({
  ...{ camera, zone, latch: latchOff, persons: 0, density: 0 },
  at: Number.NEGATIVE_INFINITY,
});

const signalOf = (density: number, critical: number): Signal => {
  if (density >= critical) return 'on';
  return density >= critical * (1 - DEADBAND) ? 'between' : 'off';
};

/**
 * The watch after one measurement, by event time. Ground below 10 m² decides nothing: a handful of
 * people on it is no crowd. An older window changes nothing.
 */
export const watchZone = (
  watch: ZoneWatch,
  window: MeasurementWindow,
  { area, persons }: ZoneMeasurement,
  critical: number,
  delays: Delays,
): ZoneWatch => {
  const at = Date.parse(window.start) + window.seconds * 1_000;
  if (area < LIMITS.zoneArea || at <= watch.at) return watch;
  const density = persons / area;
  const latch = advanceLatch(watch.latch, signalOf(density, critical), at, delays);
  return { ...watch, latch, persons, density, at };
};
