import type { Alert, ZoneLimits, ZoneState } from '@throng/contract';
import { sameOrigin } from '../limits-in-force/limits-of-zone.js';
import type { ZonePlan } from '../venue-plan/venue-plan.js';
import { type AlertBand, onDelay, releaseDensity } from './alert-band.js';
import type { Finding, Standing } from './alert-book.js';
import type { AlertRules } from './alert-rules.js';
import { alarmBand, type DensityAlarm } from './density-alarm.js';
import { passedLimit } from './passed-limit.js';

type DensityReason = Extract<Alert['reason'], { kind: 'density' }>;

export const densitySubject = (zone: string): string => `density-${zone}`;

/**
 * What a zone's alarm finds, with the numbers that a person needs to trust it.
 *
 * @param limits in force at `now`, epoch ms.
 */
export const findDensity = (
  zone: ZonePlan,
  alarm: DensityAlarm,
  state: ZoneState,
  limits: ZoneLimits,
  rules: AlertRules,
  now: number,
): Finding => {
  const band = alarmBand(alarm);
  const standing = (priority: AlertBand): Standing => {
    const reason = () => densityReason(zone, alarm, priority, state, limits, rules);
    const of = (before: Alert['reason']) => underNewLimits(before, reason);
    return { priority, reason, revision: { at: now, of } };
  };
  return {
    subject: densitySubject(zone.definition.id),
    category: 'crowd',
    at: alarm.at,
    standing: band === null ? null : standing(band),
  };
};

const densityReason = (
  zone: ZonePlan,
  alarm: DensityAlarm,
  band: AlertBand,
  { coverage, reading }: ZoneState,
  limits: ZoneLimits,
  rules: AlertRules,
): DensityReason => {
  const { aggravations, lowest, threshold } = passedLimit(
    band,
    reading?.density ?? null,
    alarm.marks,
    zone.definition.kind,
    limits.bands,
  );
  const heldSince = alarm.latches[band].heldSince ?? alarm.at;
  return {
    kind: 'density',
    zone: zone.definition.id,
    density: reading?.density ?? 0,
    sigma: (reading?.sigma ?? 0) / (coverage * zone.area || 1),
    threshold,
    persons: reading?.persons ?? 0,
    coverage,
    // Nothing was seen yet since a restart.
    sustainedSeconds: Number.isFinite(alarm.at) ? (alarm.at - heldSince) / 1_000 : 0,
    onDelaySeconds: onDelay(band, rules),
    clearsBelow: releaseDensity(lowest, rules),
    offDelaySeconds: rules.offDelaySeconds,
    trend: reading?.trend ?? null,
    limitFrom: limits.origin,
    ...(aggravations.length === 0 ? {} : { aggravations: [...aggravations] }),
  };
};

/**
 * The reason of an alert that stands, where its limits are now those of another rule: the limits
 * change, and what was counted stays where nobody sees the zone.
 */
const underNewLimits = (
  before: Alert['reason'],
  now: () => DensityReason,
): DensityReason | undefined => {
  if (before.kind !== 'density' || before.limitFrom === undefined) return undefined;
  const reason = now();
  const { limitFrom } = reason;
  if (limitFrom === undefined || sameOrigin(before.limitFrom, limitFrom)) return undefined;
  const { aggravations: _, ...standing } = before;
  if (reason.coverage > 0) return { ...standing, ...reason };
  const { clearsBelow, threshold } = reason;
  const sustainedSeconds = Math.max(before.sustainedSeconds, reason.sustainedSeconds);
  return { ...before, threshold, clearsBelow, limitFrom, sustainedSeconds };
};
