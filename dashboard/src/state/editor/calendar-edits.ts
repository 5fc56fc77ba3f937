import {
  type CalendarDefinition,
  type EventDefinition,
  type PlanDefinition,
  toTimestamp,
} from '@throng/contract';
import { freeId } from './new-features.js';

const HOUR_MS = 3_600_000;

export const planChanged = (
  calendar: CalendarDefinition,
  index: number,
  change: (plan: PlanDefinition) => PlanDefinition,
): CalendarDefinition => ({
  ...calendar,
  plans: calendar.plans.map((plan, place) => (place === index ? change(plan) : plan)),
});

export const eventChanged = (
  calendar: CalendarDefinition,
  index: number,
  change: (event: EventDefinition) => EventDefinition,
): CalendarDefinition => ({
  ...calendar,
  events: calendar.events.map((event, place) => (place === index ? change(event) : event)),
});

/** One plan more, of one phase: four hours that begin with the doors. */
export const withPlan = (
  calendar: CalendarDefinition,
  words: { readonly plan: string; readonly phase: string },
): CalendarDefinition => {
  const id = freeId(words.plan, calendar.plans);
  const plan: PlanDefinition = {
    id,
    name: words.plan,
    phases: [{ id: freeId(words.phase, []), name: words.phase, fromMinute: 0 }],
    endMinute: 240,
  };
  return { ...calendar, plans: [...calendar.plans, plan] };
};

/** One phase more, half way from the last one's begin to the end. */
export const withPhase = (plan: PlanDefinition, word: string): PlanDefinition => {
  const last = plan.phases.at(-1)?.fromMinute ?? 0;
  const fromMinute = Math.round((last + plan.endMinute) / 2);
  const id = freeId(word, plan.phases);
  return { ...plan, phases: [...plan.phases, { id, name: word, fromMinute }] };
};

/** One evening more by the first plan: on the full hour after now, when nothing is on. */
export const withEvent = (
  calendar: CalendarDefinition,
  word: string,
  now: number,
): CalendarDefinition => {
  const [plan] = calendar.plans;
  if (plan === undefined) return calendar;
  const doorsAt = toTimestamp(Math.ceil(now / HOUR_MS) * HOUR_MS);
  const event = { id: freeId(word, calendar.events), name: word, plan: plan.id, doorsAt };
  return { ...calendar, events: [...calendar.events, event] };
};
