import {
  type CalendarDefinition,
  type EventDefinition,
  formerEvents,
  planOf,
  startOf,
} from '@throng/contract';
import type { DatedProfile } from '../forecast/dated-profile.js';
import { profileOf } from '../forecast/evening-profile.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { type EveningRow, knownMinutes } from '../store/evening-row.js';
import type { VenuePlan, ZonePlan } from '../venue-plan/venue-plan.js';
import { bridgeGaps } from './bridge-gaps.js';
import { doorsOf, LEAD_MINUTES } from './evening-span.js';
import { personsAt } from './persons-at.js';

/** What an event is expected to be like. */
export interface FormerEvenings {
  /** The events that are learnt from, the newest first. */
  readonly events: readonly string[];
  /** Undefined without any. */
  readonly profile: DatedProfile | undefined;
}

export const noFormerEvenings: FormerEvenings = { events: [], profile: undefined };

/** Former events that are looked through for some that were recorded. */
const LOOKS_BACK = 20;

/** Share of an evening's minutes that must be known in a zone for it to tell anything of the zone. */
const LEAST_KNOWN = 0.5;

/** Share by which a zone's ground may have changed and still be the same zone. */
const SAME_GROUND = 0.1;

/** Former events that an event may learn from, the newest first: those whose rows are wanted. */
export const candidatesOf = (
  calendar: CalendarDefinition,
  event: EventDefinition,
): EventDefinition[] => formerEvents(calendar, event).slice(0, LOOKS_BACK);

const tellsOf = (row: EveningRow, { area }: ZonePlan, event: EventDefinition): boolean =>
  row.doorsAt === doorsOf(event) &&
  Math.abs(row.area - area) <= SAME_GROUND * area &&
  row.minutes.length > 0 &&
  knownMinutes(row) >= LEAST_KNOWN * row.minutes.length;

/**
 * The newest former evenings of an event, laid over it: the mean of what is known of them, tick by
 * tick from half an hour before the doors to the end. A zone that none of them knew by half, or that
 * was not there or of another size then, is unknown throughout.
 *
 * @param most former evenings that are learnt from. @param rows what is kept of the candidates.
 */
export const formerEvenings = (
  plan: Pick<VenuePlan, 'zones'>,
  calendar: CalendarDefinition,
  event: EventDefinition,
  most: number,
  rows: readonly EveningRow[],
): FormerEvenings => {
  const kept = new Map(rows.map((row) => [`${row.event} ${row.zone}`, row]));
  const known = candidatesOf(calendar, event)
    .map((former) => ({
      id: former.id,
      zones: plan.zones.map((zone) => {
        const row = kept.get(`${former.id} ${zone.definition.id}`);
        return row !== undefined && tellsOf(row, zone, former) ? row : undefined;
      }),
    }))
    .filter(({ zones }) => zones.some((row) => row !== undefined))
    .slice(0, most);
  if (known.length === 0) return noFormerEvenings;
  const minutes = LEAD_MINUTES + (planOf(calendar, event)?.endMinute ?? 0);
  const length = Math.ceil((minutes * 60) / TICK_SECONDS);
  const evenings = known.map(({ zones }) =>
    Array.from({ length }, (_, tick) => {
      const minute = ((tick + 1) * TICK_SECONDS) / 60 - LEAD_MINUTES;
      return Float64Array.from(zones, (row) => (row ? personsAt(row, minute) : Number.NaN));
    }),
  );
  const ticks = bridgeGaps(profileOf(evenings).ticks);
  const from = startOf(event) - LEAD_MINUTES * 60_000;
  return { events: known.map(({ id }) => id), profile: { ticks, from } };
};
