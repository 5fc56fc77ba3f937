import {
  type CalendarDefinition,
  type EventDefinition,
  endOf,
  formerEvents,
  planOf,
  startOf,
} from '@throng/contract';

/** A part of an evening with its own name, epoch seconds. */
export interface Phase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What a report is asked of: an event of the calendar, or a period; epoch seconds, whole steps. */
export interface AskedEvening {
  /** The event's id; null for a plain period. */
  readonly event: string | null;
  readonly name: string | null;
  /** The plan's name. */
  readonly plan: string | null;
  readonly from: number;
  readonly to: number;
  /** By plan; later than `to` while the event goes on. */
  readonly plannedEnd: number;
  readonly phases: readonly Phase[];
}

/** An event from its doors to its end, or to now while it goes on; undefined before it has begun. */
export const askEvent = (
  calendar: CalendarDefinition,
  event: EventDefinition,
  step: number,
  now: number,
): AskedEvening | undefined => {
  const doors = startOf(event) / 1_000;
  const plannedEnd = endOf(calendar, event) / 1_000;
  const from = Math.floor(doors / step) * step;
  const to = Math.min(Math.ceil(plannedEnd / step), Math.floor(now / 1_000 / step)) * step;
  if (to <= from) return undefined;
  const plan = planOf(calendar, event);
  const phases = (plan?.phases ?? []).map(({ fromMinute, name }, index, all) => {
    const next = all[index + 1]?.fromMinute;
    const end = next === undefined ? plannedEnd : doors + next * 60;
    return { name, from: doors + fromMinute * 60, to: Math.min(end, to) };
  });
  return {
    ...{ event: event.id, name: event.name, plan: plan?.name ?? null, from, to, plannedEnd },
    phases: phases.filter((phase) => phase.from < to),
  };
};

/** A period without an event, epoch seconds; widened to whole steps, so that all exports share them. */
export const askPeriod = (from: number, to: number, step: number): AskedEvening => {
  const end = Math.ceil(to / step) * step;
  return {
    ...{ event: null, name: null, plan: null, phases: [] },
    from: Math.floor(from / step) * step,
    to: end,
    plannedEnd: end,
  };
};

/** The event before this one that went by the same plan. */
export const lastOf = (
  calendar: CalendarDefinition,
  event: EventDefinition,
): EventDefinition | undefined => formerEvents(calendar, event)[0];
