import { TICK_SECONDS } from '../forecast/horizons.js';
import { advanceWarning, noWarning, passProbability } from '../forecast/warning.js';
import { type EveningRecord, WARM_UP } from './evening-record.js';
import { PASSED, passings, type Stretch } from './passings.js';

/** A zone passed its limit. Times are seconds since the doors opened. */
export interface PassingVerdict {
  readonly zone: string;
  readonly at: number;
  /** From warning to passing, seconds; 900 for over 15 minutes, negative when late. Undefined: missed. */
  readonly leadSeconds: number | undefined;
}

/** A warning stood. */
export interface WarningVerdict {
  readonly zone: string;
  readonly at: number;
  readonly seconds: number;
  /** No limit was passed within 15 minutes of it. */
  readonly isFalse: boolean;
}

/** What came of one evening's warnings, zone by zone. */
export interface WarningVerdicts {
  readonly passings: readonly PassingVerdict[];
  readonly warnings: readonly WarningVerdict[];
  readonly zoneHours: number;
}

/** Ticks after a passing until which a warning is merely late, not missed. */
const TOLERANCE = 3;

/** Ticks within which a warning must come true: 15 minutes. */
const PATIENCE = 90;

/** When a zone was warned of. */
export const warningsOf = ({ ticks, zones }: EveningRecord, zone: number): Stretch[] => {
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

const judgeZone = (record: EveningRecord, zone: number): Omit<WarningVerdicts, 'zoneHours'> => {
  const { id = '', limit = Number.POSITIVE_INFINITY } = record.zones[zone] ?? {};
  const secondsAt = (tick: number): number => record.ticks[tick]?.time ?? tick * TICK_SECONDS;
  const densities = record.ticks.map(({ truth }) => truth[zone] ?? 0);
  const stretches = passings(densities, limit);
  const events = stretches.filter(({ from }) => from >= WARM_UP);
  const warnings = warningsOf(record, zone);
  return {
    passings: events.map((event): PassingVerdict => {
      const warning = warnings.find(
        ({ from, to }) => from <= event.from + TOLERANCE && to >= event.from - PASSED.leaveTicks,
      );
      const lead = warning && Math.min(PATIENCE, event.from - warning.from) * TICK_SECONDS;
      return { zone: id, at: secondsAt(event.from), leadSeconds: lead };
    }),
    warnings: warnings.map(({ from, to }) => ({
      zone: id,
      at: secondsAt(from),
      seconds: (to - from) * TICK_SECONDS,
      // A zone that was above its limit before anybody could warn is not to be foretold, but no false alarm.
      isFalse: !stretches.some((event) => event.from <= from + PATIENCE && event.to >= from),
    })),
  };
};

export const judgeWarnings = (record: EveningRecord): WarningVerdicts => {
  const zones = record.zones.map((_, zone) => judgeZone(record, zone));
  return {
    passings: zones.flatMap(({ passings }) => passings),
    warnings: zones.flatMap(({ warnings }) => warnings),
    zoneHours: (record.zones.length * record.ticks.length * TICK_SECONDS) / 3_600,
  };
};
