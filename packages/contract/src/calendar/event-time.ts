import { fromTimestamp, toTimestamp } from '../timestamp.js';
import type {
  CalendarDefinition,
  EventDefinition,
  PhaseDefinition,
  PlanDefinition,
} from './calendar-definition.js';

const MINUTE_MS = 60_000;

/** When the doors open, epoch ms. */
export const startOf = ({ doorsAt }: EventDefinition): number => fromTimestamp(doorsAt);

export const planOf = (
  { plans }: CalendarDefinition,
  event: EventDefinition,
): PlanDefinition | undefined => plans.find(({ id }) => id === event.plan);

/** When the last has left by plan, epoch ms. */
export const endOf = (calendar: CalendarDefinition, event: EventDefinition): number =>
  startOf(event) + (planOf(calendar, event)?.endMinute ?? 0) * MINUTE_MS;

/** When each phase of an event begins by its plan, the nearest first. */
export const phasesOf = (calendar: CalendarDefinition, event: EventDefinition) =>
  (planOf(calendar, event)?.phases ?? []).map(({ fromMinute, id, name }) => ({
    ...{ id, name },
    at: toTimestamp(startOf(event) + fromMinute * MINUTE_MS),
  }));

/** Where in which event a venue is. */
export interface EventMoment {
  readonly event: EventDefinition;
  readonly plan: PlanDefinition;
  readonly phase: PhaseDefinition;
}

/** The event and phase at a time (epoch ms); undefined between events. From its begin, to before its end. */
export const momentAt = (calendar: CalendarDefinition, at: number): EventMoment | undefined => {
  const event = calendar.events.find((each) => startOf(each) <= at && at < endOf(calendar, each));
  const plan = event && planOf(calendar, event);
  if (event === undefined || plan === undefined) return undefined;
  const minute = (at - startOf(event)) / MINUTE_MS;
  const phase = plan.phases.findLast(({ fromMinute }) => fromMinute <= minute);
  return phase === undefined ? undefined : { event, plan, phase };
};

/** Events of the same plan that were over when `event` began, the newest first. */
export const formerEvents = (
  calendar: CalendarDefinition,
  event: EventDefinition,
): EventDefinition[] =>
  calendar.events
    .filter((each) => each.plan === event.plan && endOf(calendar, each) <= startOf(event))
    .sort((a, b) => startOf(b) - startOf(a));
