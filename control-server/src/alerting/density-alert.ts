import type { Alert, ZoneState } from '@throng/contract';
import type { ZonePlan } from '../venue-plan/venue-plan.js';
import type { Finding } from './alert-book.js';
import type { AlertRules } from './alert-rules.js';
import {
  type AlertBand,
  alarmBand,
  type DensityAlarm,
  onDelay,
  releaseDensity,
} from './density-alarm.js';

export const densitySubject = (zone: string): string => `density-${zone}`;

/** What a zone's alarm finds, with the numbers that a person needs to trust it. */
export const findDensity = (
  zone: ZonePlan,
  alarm: DensityAlarm,
  state: ZoneState,
  rules: AlertRules,
): Finding => {
  const band = alarmBand(alarm);
  return {
    subject: densitySubject(zone.definition.id),
    category: 'crowd',
    at: alarm.at,
    standing:
      band === null
        ? null
        : { priority: band, reason: () => densityReason(zone, alarm, band, state, rules) },
  };
};

const densityReason = (
  zone: ZonePlan,
  alarm: DensityAlarm,
  band: AlertBand,
  { reading, coverage }: ZoneState,
  rules: AlertRules,
): Alert['reason'] => {
  const threshold = zone.bands[band];
  const heldSince = alarm.latches[band].heldSince ?? alarm.at;
  return {
    kind: 'density',
    zone: zone.definition.id,
    density: reading?.density ?? 0,
    sigma: (reading?.sigma ?? 0) / (coverage * zone.area || 1),
    threshold,
    persons: reading?.persons ?? 0,
    coverage,
    sustainedSeconds: (alarm.at - heldSince) / 1_000,
    onDelaySeconds: onDelay(band, rules),
    clearsBelow: releaseDensity(threshold, rules),
    offDelaySeconds: rules.offDelaySeconds,
    trend: reading?.trend ?? null,
  };
};
