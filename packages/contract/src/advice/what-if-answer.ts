import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';
import { WHAT_IF_LIMITS } from './what-if-request.js';

const closed = { additionalProperties: false } as const;
const Persons = Type.Number({ minimum: 0 });
const Density = Type.Number({ minimum: 0 });
const Seconds = Type.Number({ minimum: 0, maximum: 60 * WHAT_IF_LIMITS.untilMinutes.maximum });
const Perhaps = Type.Union([Seconds, Type.Null()]);

/**
 * When the last has left: expected, and between the plausible best and worst of counts and doors
 * (SPEC WI4). Null: not within the time that was run.
 */
export const TimeToClear = Type.Object(
  { expected: Perhaps, earliest: Perhaps, latest: Perhaps },
  closed,
);
export type TimeToClear = Type.Static<typeof TimeToClear>;

export const ZoneOutcome = Type.Object(
  {
    zone: Identifier,
    clear: TimeToClear,
    /** Persons there at the end of the run. */
    left: Persons,
    /** Of those: persons who were to leave and have no open way out. */
    trapped: Persons,
    /** The highest density, persons/m², and when. */
    peak: Density,
    peakSeconds: Seconds,
    /** When it passes its warning and its critical limit; null where it does not. */
    warningSeconds: Perhaps,
    criticalSeconds: Perhaps,
  },
  closed,
);
export type ZoneOutcome = Type.Static<typeof ZoneOutcome>;

/** What goes out by one passage to the outside. */
export const ExitFlow = Type.Object(
  {
    passage: Identifier,
    persons: Persons,
    /** In its fullest minute. */
    perMinute: Persons,
  },
  closed,
);
export type ExitFlow = Type.Static<typeof ExitFlow>;

export const PlanOutcome = Type.Object(
  {
    /** Null: nothing is done. */
    name: Type.Union([Type.String(), Type.Null()]),
    /** Of the zones that are evacuated; of the venue where none is. */
    clear: TimeToClear,
    left: Persons,
    trapped: Persons,
    /** Persons who would have come in and are kept out at the end. */
    heldOutside: Persons,
    worst: Type.Object({ zone: Identifier, density: Density, seconds: Seconds }, closed),
    zones: Type.Array(ZoneOutcome, { maxItems: 2_000 }),
    exits: Type.Array(ExitFlow, { maxItems: 8_000 }),
    /** Persons/m² from now on, every `seriesSeconds`. */
    series: Type.Array(
      Type.Object({ zone: Identifier, densities: Type.Array(Density, { maxItems: 64 }) }, closed),
      { maxItems: WHAT_IF_LIMITS.zonesDrawn },
    ),
  },
  closed,
);
export type PlanOutcome = Type.Static<typeof PlanOutcome>;

/** A zone that cannot be seen now, and what its count rests on instead (SPEC WI5). */
export const AssumedZone = Type.Object(
  {
    zone: Identifier,
    persons: Persons,
    /** Counted once and carried on by the lines, or never counted at all. */
    by: Type.Union([Type.Literal('lines-since-seen'), Type.Literal('lines-alone')]),
  },
  closed,
);
export type AssumedZone = Type.Static<typeof AssumedZone>;

export const WhatIfAnswer = Type.Object(
  {
    /** The moment from which the plans are run. */
    at: Timestamp,
    untilMinutes: Type.Integer(),
    seriesSeconds: Type.Number(),
    /** Persons in the venue now. */
    persons: Persons,
    assumed: Type.Array(AssumedZone, { maxItems: 2_000 }),
    /** Doing nothing first, then the plans in the order asked for. */
    plans: Type.Array(PlanOutcome, { minItems: 2, maxItems: WHAT_IF_LIMITS.plans + 1 }),
  },
  { ...closed, $id: 'what-if-answer' },
);
export type WhatIfAnswer = Type.Static<typeof WhatIfAnswer>;
