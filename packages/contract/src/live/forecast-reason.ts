import Type from 'typebox';
import { Identifier } from '../identifier.js';
import { Explanation } from './explanation.js';
import { LimitPassing } from './zone-forecast.js';

/** What a passage did to a zone over the last minute, as counted at its line. */
export const PassageFlow = Type.Object(
  {
    passage: Identifier,
    /** Persons per minute into the zone, less those out of it. */
    netPerMinute: Type.Number(),
    /** Both directions together as a share of what its width is planned to carry. */
    capacityShare: Type.Number({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type PassageFlow = Type.Static<typeof PassageFlow>;

/** The numbers behind a forecast alert, as they were when it was raised. */
export const ForecastReason = Type.Object(
  {
    kind: Type.Literal('forecast'),
    zone: Identifier,
    /** Persons/m² by counts and crossings together. */
    density: Type.Number(),
    passing: LimitPassing,
    /** The greatest flows in, greatest first, then the greatest out; only passages that were counted. */
    flows: Type.Array(PassageFlow, { maxItems: 6 }),
    /** What takes the warning back: less than this probability, for so many seconds. */
    clears: Type.Optional(
      Type.Object(
        {
          belowProbability: Type.Number({ minimum: 0, maximum: 1 }),
          seconds: Type.Number({ minimum: 0 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** As last made (SPEC LV12); absent where none is known yet. */
    explanation: Type.Optional(Explanation),
  },
  { additionalProperties: false },
);
