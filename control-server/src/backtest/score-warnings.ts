import type { WarningVerdicts } from './judge-warnings.js';

/**
 * How good the warnings were that a zone will pass its limit; not a number (null in JSON) where there
 * was nothing to judge.
 */
export interface WarningScore {
  /** Times that a zone passed its limit, and the share of them that a warning stood for, half a minute late at most. */
  readonly passings: number;
  readonly pod: number;
  /** The share that was warned of a minute before or earlier: what leaves time to do something. */
  readonly warnedAhead: number;
  readonly warnings: number;
  /** Share of the warnings after which no limit was passed. */
  readonly falseAlarmRatio: number;
  /** Median of the time from warning to passing; a warning of over 15 minutes counts as 15. */
  readonly medianLeadSeconds: number;
  readonly falseAlertsPerZoneHour: number;
}

/** Seconds. */
const AHEAD = 60;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** From warning to passing, seconds, of all that were warned of. */
export const leadsOf = (evenings: readonly WarningVerdicts[]): number[] =>
  evenings.flatMap(({ passings }) =>
    passings.flatMap(({ leadSeconds }) => (leadSeconds === undefined ? [] : [leadSeconds])),
  );

export const scoreWarnings = (evenings: readonly WarningVerdicts[]): WarningScore => {
  const leads = leadsOf(evenings);
  const passings = evenings.reduce((sum, evening) => sum + evening.passings.length, 0);
  const warnings = evenings.flatMap((evening) => evening.warnings);
  const mistaken = warnings.filter(({ isFalse }) => isFalse).length;
  const zoneHours = evenings.reduce((sum, evening) => sum + evening.zoneHours, 0);
  return {
    passings,
    pod: passings === 0 ? Number.NaN : leads.length / passings,
    warnedAhead:
      passings === 0 ? Number.NaN : leads.filter((lead) => lead >= AHEAD).length / passings,
    warnings: warnings.length,
    falseAlarmRatio: warnings.length === 0 ? Number.NaN : mistaken / warnings.length,
    medianLeadSeconds: median(leads),
    falseAlertsPerZoneHour: mistaken / zoneHours,
  };
};
