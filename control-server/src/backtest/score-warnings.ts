import { TICK_SECONDS } from '../forecast/horizons.js';
import { advanceWarning, noWarning, passProbability } from '../forecast/warning.js';
import { type EveningRecord, WARM_UP } from './evening-record.js';

/**
 * How good the warnings were that a zone will pass its limit; not a number (null in JSON) where there
 * was nothing to judge.
 */
export interface WarningScore {
  /** Times that a zone passed its limit, and the share of them that a warning stood for. */
  readonly passings: number;
  readonly pod: number;
  readonly warnings: number;
  /** Share of the warnings after which no limit was passed. */
  readonly falseAlarmRatio: number;
  /** Median of the time from warning to passing; a warning of over 15 minutes counts as 15. */
  readonly medianLeadSeconds: number;
  readonly falseAlertsPerZoneHour: number;
}

/** A stretch of ticks: [from, to). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A limit counts as passed after this many ticks above it, and is left below 90 % of it for six. */
const PASSED = { ticks: 3, leaves: 0.9, leaveTicks: 6 } as const;

/** Ticks after a passing until which a warning is merely late, not missed. */
const TOLERANCE = 3;

/** Ticks within which a warning must come true: 15 minutes. */
const PATIENCE = 90;

/** When a zone was above its limit. @param densities persons/m², tick by tick. */
export const passings = (densities: readonly number[], limit: number): Stretch[] => {
  const found: Stretch[] = [];
  let [above, below, since] = [0, 0, -1];
  for (const [tick, density] of densities.entries()) {
    if (since < 0) {
      above = density >= limit ? above + 1 : 0;
      if (above < PASSED.ticks) continue;
      [since, below] = [tick - PASSED.ticks + 1, 0];
    } else {
      below = density < limit * PASSED.leaves ? below + 1 : 0;
      if (below < PASSED.leaveTicks) continue;
      found.push({ from: since, to: tick });
      [since, above] = [-1, 0];
    }
  }
  return since < 0 ? found : [...found, { from: since, to: densities.length }];
};

/** When a zone was warned of. */
const warningsOf = ({ ticks, zones }: EveningRecord, zone: number): Stretch[] => {
  const { area, limit } = zones[zone] ?? { area: 1, limit: Number.POSITIVE_INFINITY };
  const found: Stretch[] = [];
  let [latch, since] = [noWarning, -1];
  for (const [tick, { forecast }] of ticks.entries()) {
    if (tick < WARM_UP) continue;
    latch = advanceWarning(latch, passProbability(forecast, zone, area, limit));
    if (latch.on && since < 0) since = tick;
    if (latch.on || since < 0) continue;
    found.push({ from: since, to: tick });
    since = -1;
  }
  return since < 0 ? found : [...found, { from: since, to: ticks.length }];
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const scoreWarnings = (records: readonly EveningRecord[]): WarningScore => {
  const leads: number[] = [];
  let [passed, warned, mistaken, zoneHours] = [0, 0, 0, 0];
  for (const record of records) {
    for (const [zone, { limit }] of record.zones.entries()) {
      zoneHours += (record.ticks.length * TICK_SECONDS) / 3_600;
      const densities = record.ticks.map(({ truth }) => truth[zone] ?? 0);
      const events = passings(densities, limit).filter(({ from }) => from >= WARM_UP);
      const warnings = warningsOf(record, zone);
      passed += events.length;
      warned += warnings.length;
      for (const event of events) {
        const warning = warnings.find(
          ({ from, to }) => from <= event.from + TOLERANCE && to >= event.from - PASSED.leaveTicks,
        );
        if (warning === undefined) continue;
        leads.push(Math.min(PATIENCE, event.from - warning.from) * TICK_SECONDS);
      }
      mistaken += warnings.filter(
        ({ from }) => !events.some((event) => event.from <= from + PATIENCE && event.to >= from),
      ).length;
    }
  }
  return {
    passings: passed,
    pod: passed === 0 ? Number.NaN : leads.length / passed,
    warnings: warned,
    falseAlarmRatio: warned === 0 ? Number.NaN : mistaken / warned,
    medianLeadSeconds: median(leads),
    falseAlertsPerZoneHour: mistaken / zoneHours,
  };
};
