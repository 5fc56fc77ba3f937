import type { EveningRow } from '../store/evening-row.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { AskedEvening } from './asked-evening.js';
import type { RecordedEvening, ZoneStep } from './recorded-evening.js';

const MINUTE = 60;

/**
 * An evening whose measurements have been erased, from what is kept of it minute by minute: its
 * zones are known, its passages and alerts are not.
 */
export const recallEvening = (
  plan: VenuePlan,
  asked: AskedEvening,
  step: number,
  rows: readonly EveningRow[],
): RecordedEvening => {
  const steps = Math.round((asked.to - asked.from) / step);
  const nothing = Array.from({ length: steps }, () => null);
  return {
    ...{ asked, step, steps, transitions: [] },
    zones: plan.zones.map((zone) => {
      const row = rows.find((each) => each.zone === zone.definition.id);
      const isKept = row !== undefined && row.event === asked.event;
      return {
        plan: zone,
        steps: isKept
          ? nothing.map((_, index) => stepOf(row, asked.from + index * step, step))
          : nothing,
      };
    }),
    passages: plan.venue.passages.map((definition) => ({ definition, steps: nothing })),
  };
};

/** The mean of the minutes that begin in a step. */
const stepOf = (row: EveningRow, from: number, step: number): ZoneStep | null => {
  const first = Math.ceil((from - row.doorsAt) / MINUTE) - row.fromMinute;
  const last = Math.ceil((from + step - row.doorsAt) / MINUTE) - row.fromMinute;
  if (last <= 0) return null;
  const known = row.minutes.slice(Math.max(0, first), last).flatMap((persons) => persons ?? []);
  if (known.length === 0) return null;
  const persons = known.reduce((sum, each) => sum + each, 0) / known.length;
  return { persons, area: row.area, areaSeconds: row.area * step };
};
