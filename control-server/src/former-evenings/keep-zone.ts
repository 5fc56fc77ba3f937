import type { CalendarDefinition, EventDefinition } from '@throng/contract';
import { type EveningRow, knownMinutes } from '../store/evening-row.js';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import type { ZonePlan } from '../venue-plan/venue-plan.js';
import { eveningRowOf } from './evening-row-of.js';
import { eveningQuery } from './evening-span.js';

export type EveningStore = Pick<MeasurementStore, 'zoneHistory' | 'keepEvenings'>;

/** Keeps what a zone's evening was like, where anything of it is known; tells what it found. */
export const keepZone = async (
  store: EveningStore,
  zone: ZonePlan,
  calendar: CalendarDefinition,
  event: EventDefinition,
): Promise<StoreResult<EveningRow>> => {
  const query = eveningQuery(calendar, event, zone.definition.id);
  const points = await store.zoneHistory(query);
  if (!points.ok) return points;
  const row = eveningRowOf(zone, event, query, points.value);
  const kept = knownMinutes(row) > 0 ? await store.keepEvenings([row]) : points;
  return kept.ok ? { ok: true, value: row } : kept;
};
