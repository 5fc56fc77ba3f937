import type { EventDefinition } from '@throng/contract';
import { LEAST_COVERAGE } from '../forecast/observe-tick.js';
import type { EveningRow } from '../store/evening-row.js';
import type { HistoryQuery, ZonePoint } from '../store/measurement-store.js';
import type { ZonePlan } from '../venue-plan/venue-plan.js';
import { doorsOf } from './evening-span.js';

/** Steps in a person: finer means are not worth their bytes. */
const STEPS = 10;

/**
 * What is kept of a zone's evening: its minutes, scaled from the ground that was seen to the whole;
 * unknown where nothing was measured, or less than half of the zone.
 */
export const eveningRowOf = (
  { area, definition }: Pick<ZonePlan, 'area' | 'definition'>,
  event: EventDefinition,
  { from, step, to }: HistoryQuery,
  points: readonly ZonePoint[],
): EveningRow => {
  const doorsAt = doorsOf(event);
  const minutes = Array.from({ length: Math.ceil((to - from) / step) }, (): number | null => null);
  for (const point of points) {
    if (point.area < LEAST_COVERAGE * area) continue;
    const persons = point.persons * Math.max(1, area / point.area);
    minutes[(point.at - from) / step] = Math.round(Math.max(0, persons) * STEPS) / STEPS;
  }
  return {
    event: event.id,
    zone: definition.id,
    doorsAt,
    fromMinute: (from - doorsAt) / 60,
    area,
    minutes,
  };
};
