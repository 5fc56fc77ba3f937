import Type from 'typebox';
import { Identifier } from '../identifier.js';

const closed = { additionalProperties: false } as const;
const Persons = Type.Integer({ minimum: 0 });

/** The rules by which a place can be full (SPEC SC1). */
export const CapacityRule = Type.Union([
  Type.Literal('standing-density'),
  Type.Literal('level-of-service-d'),
  Type.Literal('large-floor'),
  Type.Literal('entry-points'),
  Type.Literal('exit-time'),
]);
export type CapacityRule = Type.Static<typeof CapacityRule>;

/** How many one rule allows. */
export const CapacityLimit = Type.Object(
  {
    rule: CapacityRule,
    persons: Persons,
    /** The passages that set it: the narrowest place on all ways out, or the gates. */
    passages: Type.Optional(Type.Array(Identifier, { maxItems: 8_000 })),
  },
  closed,
);
export type CapacityLimit = Type.Static<typeof CapacityLimit>;

const bound = {
  /** The least of the limits. */
  persons: Persons,
  /** The rule that sets it. */
  binding: CapacityRule,
  /** Each rule's own limit, the least first. */
  limits: Type.Array(CapacityLimit, { minItems: 1, maxItems: 5 }),
};

export const ZoneCapacity = Type.Object({ zone: Identifier, ...bound }, closed);
export type ZoneCapacity = Type.Static<typeof ZoneCapacity>;

export const VenueCapacity = Type.Object(bound, closed);
export type VenueCapacity = Type.Static<typeof VenueCapacity>;

/** For how many there is room in a venue, by rules that its safety officer approves (SPEC SC1–SC3). */
export const SafeCapacity = Type.Object(
  {
    egressMinutes: Type.Number({ exclusiveMinimum: 0 }),
    venue: VenueCapacity,
    zones: Type.Array(ZoneCapacity, { maxItems: 2_000 }),
  },
  { ...closed, $id: 'safe-capacity' },
);
export type SafeCapacity = Type.Static<typeof SafeCapacity>;
