import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';

const Name = Type.String({ minLength: 1, maxLength: 80 });
const Minute = Type.Number({ minimum: 0, maximum: 2_880 });

/** A part of an evening: doors, support act, headliner, interval, egress. It lasts until the next begins. */
export const PhaseDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    /** Minutes since the doors opened. */
    fromMinute: Minute,
  },
  { additionalProperties: false },
);
export type PhaseDefinition = Type.Static<typeof PhaseDefinition>;

/** How evenings of one sort go: events of one plan are like each other, and are learnt from. */
export const PlanDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    /** The nearest first; the first begins with the doors, at minute 0. */
    phases: Type.Array(PhaseDefinition, { minItems: 1, maxItems: 50 }),
    /** Minutes from the opening of the doors to the end, when the last has left. */
    endMinute: Minute,
  },
  { additionalProperties: false },
);
export type PlanDefinition = Type.Static<typeof PlanDefinition>;

/** An evening that goes by a plan. */
export const EventDefinition = Type.Object(
  {
    id: Identifier,
    name: Name,
    plan: Identifier,
    doorsAt: Timestamp,
  },
  { additionalProperties: false },
);
export type EventDefinition = Type.Static<typeof EventDefinition>;

/** When a venue is used, and how: events past, present and to come. */
export const CalendarDefinition = Type.Object(
  {
    plans: Type.Array(PlanDefinition, { maxItems: 100 }),
    events: Type.Array(EventDefinition, { maxItems: 2_000 }),
  },
  { additionalProperties: false, $id: 'calendar-definition' },
);
export type CalendarDefinition = Type.Static<typeof CalendarDefinition>;

/** A venue that has told nothing of its events. */
export const emptyCalendar: CalendarDefinition = { plans: [], events: [] };
