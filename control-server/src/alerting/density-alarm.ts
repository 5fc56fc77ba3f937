import {
  type AlertBands,
  advanceLatch,
  type Latch,
  latchOff,
  latchOn,
  type Signal,
} from '@throng/crowd';
import type { AlertRules } from './alert-rules.js';

/**
 * The bands that raise an alert. `watch` only colours the map: it marks a zone that fills, which is
 * what zones do, and staff who are called for that stop listening.
 */
export const ALERT_BANDS = ['warning', 'critical', 'emergency'] as const;
export type AlertBand = (typeof ALERT_BANDS)[number];

/** One zone's alarm: a latch per band. Its priority is the highest band that is on. */
export interface DensityAlarm {
  readonly latches: Readonly<Record<AlertBand, Latch>>;
  /** Capture time of the newest observation, epoch ms. */
  readonly at: number;
}

export const quietAlarm: DensityAlarm = {
  latches: { warning: latchOff, critical: latchOff, emergency: latchOff },
  at: Number.NEGATIVE_INFINITY,
};

/** The alarm of an alert that was active when the server stopped. */
export const alarmAt = (band: AlertBand): DensityAlarm => ({
  ...quietAlarm,
  latches: { ...quietAlarm.latches, [band]: latchOn },
});

export const alarmBand = ({ latches }: DensityAlarm): AlertBand | null =>
  ALERT_BANDS.findLast((band) => latches[band].on) ?? null;

export const onDelay = (band: AlertBand, rules: AlertRules): number =>
  band === 'emergency' ? rules.emergencyOnDelaySeconds : rules.onDelaySeconds;

/** Persons/m² below which a band lets go: limit × (1 − deadband). */
export const releaseDensity = (limit: number, rules: AlertRules): number =>
  limit * (1 - rules.deadband);

/** What is known of a zone's density at one time. */
export interface DensityObservation {
  /** Persons/m² over the ground that is measured; null when none is. */
  readonly density: number | null;
  /** Capture time, epoch ms. */
  readonly at: number;
  /**
   * Part of the ground is not measured any more. What is left can raise an alert, but not clear
   * one: the crowd may stand where nobody looks.
   */
  readonly partlyLost: boolean;
}

const signalOf = (
  { density, partlyLost }: DensityObservation,
  limit: number,
  rules: AlertRules,
): Signal => {
  if (density === null) return 'unknown';
  if (density >= limit) return 'on';
  if (density >= releaseDensity(limit, rules)) return 'between';
  return partlyLost ? 'unknown' : 'off';
};

/** The alarm after one observation. A capture time already judged changes nothing. */
export const advanceAlarm = (
  alarm: DensityAlarm,
  observation: DensityObservation,
  bands: AlertBands,
  rules: AlertRules,
): DensityAlarm => {
  const isKnown = observation.density !== null;
  if (isKnown && observation.at <= alarm.at) return alarm;
  const advance = (band: AlertBand): Latch => {
    const signal = signalOf(observation, bands[band], rules);
    const delays = { onSeconds: onDelay(band, rules), offSeconds: rules.offDelaySeconds };
    return advanceLatch(alarm.latches[band], signal, observation.at, delays);
  };
  return {
    latches: {
      warning: advance('warning'),
      critical: advance('critical'),
      emergency: advance('emergency'),
    },
    at: isKnown ? observation.at : alarm.at,
  };
};
