import { repeatedId } from '../repeated-id.js';
import type { CodedFault } from '../schema-faults.js';
import { type Checked, shapeOf } from '../settings/check-shape.js';
import { CalendarDefinition, type PlanDefinition } from './calendar-definition.js';
import { endOf, startOf } from './event-time.js';

const shape = shapeOf(CalendarDefinition);

/** Reads a calendar from a file's content; every fault at once, each with its path and remedy. */
export const parseCalendar = (value: unknown): Checked<CalendarDefinition, CodedFault> => {
  const checked = shape(value);
  if (!checked.ok) return checked;
  const faults = calendarFaults(checked.value);
  return faults.length === 0 ? checked : { ok: false, faults };
};

/** What a schema cannot say of a calendar: every broken rule, with its path (SPEC CA1–CA4). */
export const calendarFaults = (calendar: CalendarDefinition): CodedFault[] => [
  ...repeatedIds('/plans', calendar.plans),
  ...repeatedIds('/events', calendar.events),
  ...calendar.plans.flatMap((plan, index) => planFaults(plan, `/plans/${index}`)),
  ...eventFaults(calendar),
];

const repeatedIds = (path: string, entries: readonly { readonly id: string }[]): CodedFault[] =>
  entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) === index
      ? []
      : [repeatedId(`${path}/${index}/id`, id)],
  );

const planFaults = ({ endMinute, phases }: PlanDefinition, path: string): CodedFault[] => {
  const faults = repeatedIds(`${path}/phases`, phases);
  if (phases[0]?.fromMinute !== 0) {
    const message = 'must be 0: the first phase begins as the doors open';
    faults.push({
      ...{ path: `${path}/phases/0/fromMinute`, message, cause: { code: 'first-phase' } },
    });
  }
  for (const [index, { fromMinute }] of phases.entries()) {
    const before = phases[index - 1];
    if (before === undefined || fromMinute > before.fromMinute) continue;
    const message = `must come after phase "${before.id}" (minute ${before.fromMinute})`;
    const cause = { code: 'phase-order', before: before.name, minute: before.fromMinute } as const;
    faults.push({ path: `${path}/phases/${index}/fromMinute`, message, cause });
  }
  const last = phases.at(-1);
  if (last !== undefined && endMinute <= last.fromMinute) {
    const message = `must come after the last phase "${last.id}" (minute ${last.fromMinute})`;
    const cause = { code: 'end-order', before: last.name, minute: last.fromMinute } as const;
    faults.push({ path: `${path}/endMinute`, message, cause });
  }
  return faults;
};

const eventFaults = (calendar: CalendarDefinition): CodedFault[] => {
  const plans = new Set(calendar.plans.map(({ id }) => id));
  const unplanned = calendar.events.flatMap(({ plan }, index) =>
    plans.has(plan)
      ? []
      : [
          {
            path: `/events/${index}/plan`,
            message: `no plan "${plan}"; name one of plans`,
            cause: { code: 'no-plan' as const, id: plan },
          },
        ],
  );
  if (unplanned.length > 0) return unplanned;
  const inTime = [...calendar.events.entries()].sort(([, a], [, b]) => startOf(a) - startOf(b));
  return inTime.flatMap(([index, event], place) => {
    const before = inTime[place - 1]?.[1];
    if (before === undefined || startOf(event) >= endOf(calendar, before)) return [];
    const message = `begins before "${before.id}" ends; a venue holds one event at a time`;
    const cause = { code: 'event-overlap' as const, before: before.name };
    return [{ path: `/events/${index}/doorsAt`, message, cause }];
  });
};
