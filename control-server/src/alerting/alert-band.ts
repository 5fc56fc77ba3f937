import type { AlertRules } from './alert-rules.js';

/**
 * The bands that raise an alert. `watch` only colours the map: it marks a zone that fills, which is
 * what zones do, and staff who are called for that stop listening.
 */
export const ALERT_BANDS = ['warning', 'critical', 'emergency'] as const;
export type AlertBand = (typeof ALERT_BANDS)[number];

export const onDelay = (band: AlertBand, rules: AlertRules): number =>
  band === 'emergency' ? rules.emergencyOnDelaySeconds : rules.onDelaySeconds;

/** Persons/m² below which a band lets go: limit × (1 − deadband). */
export const releaseDensity = (limit: number, { deadband }: Pick<AlertRules, 'deadband'>): number =>
  limit * (1 - deadband);
