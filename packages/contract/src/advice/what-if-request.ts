import Type from 'typebox';
import { Identifier } from '../identifier.js';

const closed = { additionalProperties: false } as const;

/** What one request may ask for (SPEC WI1). */
export const WHAT_IF_LIMITS = {
  plans: 3,
  actions: 20,
  untilMinutes: { minimum: 1, maximum: 180, usual: 60 },
  zonesDrawn: 20,
} as const;

/** `in` counts from → to, as in the passage's definition. */
export const Direction = Type.Union([
  Type.Literal('in'),
  Type.Literal('out'),
  Type.Literal('both'),
]);
export type Direction = Type.Static<typeof Direction>;

const way = { passage: Identifier, direction: Type.Optional(Direction) };

export const WhatIfAction = Type.Union([
  Type.Object({ kind: Type.Literal('close'), ...way }, closed),
  Type.Object({ kind: Type.Literal('open'), ...way }, closed),
  /** At most so many persons a minute. */
  Type.Object(
    {
      kind: Type.Literal('limit'),
      ...way,
      perMinute: Type.Number({ minimum: 0, maximum: 10_000 }),
    },
    closed,
  ),
  /** At most this share of what flows now. */
  Type.Object(
    { kind: Type.Literal('slow'), ...way, share: Type.Number({ minimum: 0, maximum: 1 }) },
    closed,
  ),
  /** All leave by the ways that are quickest; only the people of some zones where they are named. */
  Type.Object(
    {
      kind: Type.Literal('evacuate'),
      zones: Type.Optional(Type.Array(Identifier, { minItems: 1, maxItems: 2_000 })),
    },
    closed,
  ),
]);
export type WhatIfAction = Type.Static<typeof WhatIfAction>;

export const WhatIfPlan = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    actions: Type.Array(WhatIfAction, { minItems: 1, maxItems: WHAT_IF_LIMITS.actions }),
  },
  closed,
);
export type WhatIfPlan = Type.Static<typeof WhatIfPlan>;

/** Plans to be run from now's counts, side by side and beside doing nothing (SPEC WI1–WI6). */
export const WhatIfRequest = Type.Object(
  {
    plans: Type.Array(WhatIfPlan, { minItems: 1, maxItems: WHAT_IF_LIMITS.plans }),
    untilMinutes: Type.Integer({
      minimum: WHAT_IF_LIMITS.untilMinutes.minimum,
      maximum: WHAT_IF_LIMITS.untilMinutes.maximum,
      default: WHAT_IF_LIMITS.untilMinutes.usual,
    }),
    /** Zones whose density is wanted over time; those that become densest where not given. */
    zones: Type.Optional(
      Type.Array(Identifier, { minItems: 1, maxItems: WHAT_IF_LIMITS.zonesDrawn }),
    ),
  },
  { ...closed, $id: 'what-if-request' },
);
export type WhatIfRequest = Type.Static<typeof WhatIfRequest>;
