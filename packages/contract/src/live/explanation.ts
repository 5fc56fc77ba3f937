import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Timestamp } from '../timestamp.js';
import { Bottleneck, PerMinute, Persons } from './bottleneck.js';

const Seconds = Type.Number({ minimum: 0, maximum: 3_600 });
const Density = Type.Number({ minimum: 0 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const closed = { additionalProperties: false };

/** What follows for a zone's limit, as things are or under other circumstances. */
export const LimitOutcome = Type.Object(
  {
    /** Of passing the limit within 5 minutes, or of having passed it. */
    probability: Share,
    /** Highest density expected within 5 minutes, persons/m². */
    peak: Density,
    /** Until the limit is passed; null where that is not expected within 15 minutes. */
    expectedSeconds: Type.Union([Seconds, Type.Null()]),
    /** Until a zone that is above its limit is below it; null where it is not above, or stays so. */
    belowSeconds: Type.Union([Seconds, Type.Null()]),
  },
  closed,
);
export type LimitOutcome = Type.Static<typeof LimitOutcome>;

/**
 * Why a zone fills; what `perMinute` is compared with stands beside each:
 * the median of the last 10 minutes, the flow now, the same median, what the door can carry, what
 * the ways in can carry, and all that goes out.
 */
export const CauseKind = Type.Union([
  Type.Literal('inflow-above-usual'),
  Type.Literal('burst-due'),
  Type.Literal('outflow-below-usual'),
  Type.Literal('door-capacity-lost'),
  Type.Literal('zone-packed'),
  Type.Literal('inflow-exceeds-outflow'),
]);
export type CauseKind = Type.Static<typeof CauseKind>;

export const Cause = Type.Object(
  {
    kind: CauseKind,
    /** Null where the cause is no single passage. */
    passage: Type.Union([Identifier, Type.Null()]),
    /** The packed zone; null for other kinds. */
    zone: Type.Union([Identifier, Type.Null()]),
    /** That it adds within 5 minutes, and its share of what all causes add. */
    persons: Persons,
    share: Share,
    perMinute: PerMinute,
    comparedPerMinute: PerMinute,
    /** Run again without it; null where there is nothing to undo. */
    undone: Type.Union([LimitOutcome, Type.Null()]),
  },
  closed,
);
export type Cause = Type.Static<typeof Cause>;

/** Another zone that would pass its limit in turn. */
export const KnockOn = Type.Object(
  {
    zone: Identifier,
    limit: Density,
    peak: Density,
    expectedSeconds: Type.Union([Seconds, Type.Null()]),
  },
  closed,
);
export type KnockOn = Type.Static<typeof KnockOn>;

/** Something that staff can do at a passage, and what followed when it was run again. */
export const Remedy = Type.Object(
  {
    /** Let fewer in by a way, give a door its capacity back, open a way that nobody takes. */
    action: Type.Union([Type.Literal('hold'), Type.Literal('restore'), Type.Literal('open')]),
    passage: Identifier,
    /** Share of the flow that a hold cuts; null for other actions. */
    cutShare: Type.Union([Share, Type.Null()]),
    /** What then goes through: of those who come now, or as many as it can carry. */
    perMinute: PerMinute,
    outcome: LimitOutcome,
    /** The limit is not passed within 15 minutes; of a zone above it: it is below within 5. */
    avoids: Type.Boolean(),
    /** By which the passing comes later, or the end of it sooner; null where there is none left. */
    wonSeconds: Type.Union([Seconds, Type.Null()]),
    knockOn: Type.Union([KnockOn, Type.Null()]),
  },
  closed,
);
export type Remedy = Type.Static<typeof Remedy>;

/** Why a zone is or gets too full, and what would prevent it (SPEC LV12): numbers only. */
export const Explanation = Type.Object(
  {
    /** When it was made. */
    at: Timestamp,
    /** Persons/m² that it speaks of. */
    limit: Density,
    /** All ways in and out now, as far as they are seen. */
    inPerMinute: PerMinute,
    outPerMinute: PerMinute,
    /** As things are. */
    expected: LimitOutcome,
    /** Null where no passage and no zone binds. */
    bottleneck: Type.Union([Bottleneck, Type.Null()]),
    /** The greatest first. */
    causes: Type.Array(Cause, { maxItems: 3 }),
    /** Those without harm to others first, then the least drastic. */
    remedies: Type.Array(Remedy, { maxItems: 3 }),
    /** Share of the zones and passages that it rests on which are seen now. */
    known: Share,
    unseenZones: Type.Array(Identifier, { maxItems: 8 }),
    unseenPassages: Type.Array(Identifier, { maxItems: 8 }),
  },
  closed,
);
export type Explanation = Type.Static<typeof Explanation>;
